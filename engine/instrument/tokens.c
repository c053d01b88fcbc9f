/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of tokens, one an item, and goals behind them. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ground/fault.h"
#include "instrument/loader.h"
#include "instrument/read.h"

enum { TOKEN_LONGEST = 63 };

/* `0{9}` into `0` and 9; a token without braces stands once. */
static size_t token_times(const char *word, size_t *length, bool by_hand)
{
    const char *brace = by_hand ? memchr(word, '{', *length) : NULL;
    char digits[20] = "";
    int64_t times = 1;
    if (!brace || word[*length - 1] != '}' || brace == word)
        return 1;
    size_t count = *length - (size_t)(brace - word) - 2;
    if (count && count < sizeof digits)
        memcpy(digits, brace + 1, count);
    if (!text_whole(digits, &times) || times < 1 || times > ITEMS_MOST)
        return 1;
    *length = (size_t)(brace - word);
    return (size_t)times;
}

size_t tokens_count(const char *tokens, bool by_hand)
{
    const char *word;
    size_t length, count = 0;
    while (text_word(&tokens, &word, &length))
        count += token_times(word, &length, by_hand);
    return count;
}

/* Which item is printed at `at`, and the codes that are printed for it. */
static bool place_in_forms(const struct instrument *instrument, const char *forms, size_t at,
                           size_t *item, const double **codes, struct fault *fault)
{
    const size_t *order;
    *item = at;
    *codes = NULL;
    if (!forms || !*forms)
        return true;
    if (!forms_say(instrument, forms, at, &order, codes, fault))
        return false;
    *item = order ? order[at] : at;
    return forms_say(instrument, forms, *item, &order, codes, fault);
}

static bool read_token(const struct instrument *instrument, const char *forms, size_t at,
                       const char *word, size_t length, struct answer *answers, struct fault *fault)
{
    char token[TOKEN_LONGEST + 1];
    const double *codes;
    size_t item;
    if (length > TOKEN_LONGEST) {
        word = "?";
        length = 1;
    }
    memcpy(token, word, length);
    token[length] = 0;
    return place_in_forms(instrument, forms, at, &item, &codes, fault) &&
           read_code(&instrument->items[item], codes, token, &answers[item], fault);
}

/* How many items have a token of their own; goals come behind them. */
static size_t single_tokens(const struct instrument *instrument)
{
    size_t count = instrument->item_count;
    return instrument->items[count - 1].repeats ? count - 1 : count;
}

/* The goals are what is left of the line; nothing left is no goals. In the store there may be more
 * than one filling-in takes: each came in with a row of its own. */
static bool read_rest(const struct instrument *instrument, const char *forms, const char *tokens,
                      bool by_hand, struct arena *arena, struct answer *answers,
                      struct fault *fault)
{
    size_t last = instrument->item_count - 1, length;
    const struct item *item = &instrument->items[last];
    tokens += strspn(tokens, BLANKS);
    if (!item->repeats)
        return !*tokens;
    for (length = strlen(tokens); length && strchr(BLANKS, tokens[length - 1]);)
        length--;
    if (!length)
        return read_goals(item, NULL, "", arena, &answers[last], fault);
    return read_item(instrument, forms, last, arena_copy(arena, tokens, length), arena,
                     &answers[last], fault) &&
           (!by_hand || goals_fit(item, &answers[last], fault));
}

/* `0{9}` reaches beyond the items that have a token each. Always false. */
static bool into_goals(const struct instrument *instrument, const char *word, size_t length,
                       struct fault *fault)
{
    const struct item *last = &instrument->items[instrument->item_count - 1];
    return fault_set(fault, FAULT_DATA, "%.*s{…} reaches into %s, whose goals have a name each",
                     (int)length, word, last->id);
}

/* A token of one character that needs no further look. */
static bool read_short(const struct item *item, char token, struct answer *answer)
{
    if (token == no_answer_token[MISSING])
        *answer = (struct answer){.kind = ANSWER_NONE, .none = MISSING};
    else if (token >= '0' && token <= '9' && item->digits >> (token - '0') & 1)
        *answer = (struct answer){.kind = ANSWER_CODE, .code = token - '0'};
    else
        return false;
    return true;
}

/* Up to the first token that is not such a one, which is mostly none; gives how many they are. */
static size_t read_shorts(const struct instrument *instrument, const char **tokens, size_t count,
                          struct answer *answers)
{
    const char *at = *tokens;
    size_t read = 0;
    while (read < count && *at && (!at[1] || at[1] == ' ') &&
           read_short(&instrument->items[read], *at, &answers[read])) {
        at += at[1] ? 2 : 1;
        read++;
    }
    *tokens = at;
    return read;
}

/* `*tokens` is left behind those that were read. */
static bool read_singles(const struct instrument *instrument, const char *forms,
                         const char **tokens, bool by_hand, struct answer *answers,
                         struct fault *fault)
{
    const char *word;
    size_t length, count = single_tokens(instrument);
    size_t at = forms && *forms ? 0 : read_shorts(instrument, tokens, count, answers);
    while (at < count && text_word(tokens, &word, &length))
        for (size_t times = token_times(word, &length, by_hand); times; times--, at++) {
            if (at == count)
                return into_goals(instrument, word, length, fault);
            if (!read_token(instrument, forms, at, word, length, answers, fault))
                return false;
        }
    return at == count;
}

bool tokens_fit(const struct instrument *instrument, size_t count)
{
    size_t single = single_tokens(instrument);
    return count == single || (count > single && single < instrument->item_count);
}

/* A wrong number of tokens is the better thing to say, also where one of them cannot be read. */
bool instrument_read_form(const struct instrument *instrument, const char *forms,
                          const char *tokens, bool by_hand, struct arena *arena,
                          struct answer *answers, struct fault *fault)
{
    const char *rest = tokens;
    if (read_singles(instrument, forms, &rest, by_hand, answers, fault) &&
        read_rest(instrument, forms, rest, by_hand, arena, answers, fault))
        return true;
    size_t count = tokens_count(tokens, by_hand), items = single_tokens(instrument);
    if (!tokens_fit(instrument, count))
        fault_set(fault, FAULT_DATA, "there %s %zu token%s for %zu item%s%s",
                  count == 1 ? "is" : "are", count, count == 1 ? "" : "s", items,
                  items == 1 ? "" : "s", items < instrument->item_count ? " before the goals" : "");
    return false;
}

bool instrument_read(const struct instrument *instrument, const char *tokens, bool by_hand,
                     struct arena *arena, struct answer *answers, struct fault *fault)
{
    return instrument_read_form(instrument, NULL, tokens, by_hand, arena, answers, fault);
}

void instrument_token(const struct answer *answer, struct text *out)
{
    if (answer->kind == ANSWER_CODE)
        text_number(out, answer->code);
    else if (answer->kind != ANSWER_GOALS)
        text_char(out, answer->kind == ANSWER_WORDS ? '+' : no_answer_token[answer->none]);
    for (size_t i = 0; i < answer->goal_count; i++) {
        text_put(out, i ? " " : "");
        put_goal(&answer->goals[i], out);
    }
}
