/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plugins/contract.lua: the contract for editors, as LuaCATS annotations. */
#include <string.h>

#include "cli/contract.h"
#include "ground/words.h"

static const char top[] =
    "---@meta\n"
    "-- SPDX-License-Identifier: MIT\n"
    "--\n"
    "-- What a plugin file may say, for editors that read LuaCATS annotations (lua-language-server "
    "does);\n"
    "-- `.luarc.json` at the top names this file. It is made of the tables that check the files, "
    "and a test\n"
    "-- keeps it equal to them. Nothing here runs. For completion in a plugin, name its kind:\n"
    "--\n"
    "--     ---@type alongside.instrument\n"
    "--     local this = { title = \"…\" }\n"
    "--     return this\n"
    "--\n"
    "-- Fields and functions marked (later) are in the contract, and refused until this version "
    "follows them.\n";

static const char open_form[] =
    "\n-- What the open form of an indicator is given.\n"
    "---@class alongside.event\n"
    "---@field kind string\n"
    "---@field subtype? string\n"
    "---@field day integer whole days since 1970\n"
    "---@field last_day integer the same as day where the date is exact\n"
    "---@field end_day? integer of an interval\n"
    "---@field [string] any its fields: texts, numbers, lists; nil where not recorded\n"
    "\n"
    "---@class alongside.found\n"
    "---@field events alongside.event[] needed. The events it rests on, in order of time\n"
    "---@field value? number at most one number\n"
    "---@field unit? string of the number\n"
    "---@field class? string\n"
    "\n"
    "---@class alongside.timeline\n"
    "---@field each fun(self: alongside.timeline, pattern: table): fun(): alongside.event in a "
    "`for`: the anchors in order\n"
    "---@field groups fun(self: alongside.timeline, field: string, pattern: table|string): "
    "fun(): string, alongside.event[] in a `for`: key and events\n"
    "---@field periods fun(self: alongside.timeline, period: string): fun(): alongside.event in a "
    "`for`: those wholly observed\n"
    "---@field all fun(self: alongside.timeline, pattern: table|string): alongside.event[] in "
    "order\n"
    "---@field after fun(self: alongside.timeline, event: alongside.event, look: table): "
    "alongside.event? the nearest that surely fits\n"
    "---@field before fun(self: alongside.timeline, event: alongside.event, look: table): "
    "alongside.event? the nearest that surely fits\n"
    "---@field none_after fun(self: alongside.timeline, event: alongside.event, look: table): "
    "boolean true only if surely none\n"
    "---@field none_before fun(self: alongside.timeline, event: alongside.event, look: table): "
    "boolean true only if surely none\n"
    "---@field days fun(self: alongside.timeline, a: alongside.event, b?: alongside.event): "
    "integer, integer? from the end of a to the beginning of b; the fewest and the most\n"
    "---@field overlap fun(self: alongside.timeline, a: alongside.event, b: alongside.event): "
    "integer days both were running\n"
    "---@field change fun(self: alongside.timeline, scale: string, event: alongside.event, days: "
    "integer): string? higher, lower or same\n"
    "---@field cannot_tell fun(self: alongside.timeline, why: string) this anchor cannot be "
    "decided\n";

/* Tables that their own readers check, and whose keys are ids or columns. */
static const char read_elsewhere[] =
    "\n-- A name, the answers in the order of the items, and what each scale comes to: a number, a "
    "value,\n"
    "-- \"not scored\", or a table of any of those with bands, lowest, highest, reason.\n"
    "---@class alongside.instrument.example\n"
    "---@field [1] string its name\n"
    "---@field [2] string the answers: 3 3 3 - 3 3 3\n"
    "---@field flags? string items whose answer is brought to the person at once\n"
    "---@field given? alongside.instrument.given\n"
    "---@field [string] any by the scale's id: what it comes to\n"
    "\n"
    "---@class alongside.instrument.given\n"
    "---@field by? string who answered\n"
    "---@field mode? string how it was asked\n"
    "---@field form? string printed editions\n"
    "---@field seat? string who answers about an area\n"
    "---@field age? integer in whole years that day\n"
    "---@field sex? string\n"
    "---@field earlier? any[] earlier administrations, latest first: { days before, tokens }\n"
    "\n"
    "-- Steps, { from here up, its name }, rising.\n"
    "---@class alongside.instrument.bands\n"
    "---@field [integer] any[]\n"
    "---@field source string needed: where it was published\n"
    "\n"
    "-- What one row gives; everything else is one of our columns = where it comes from.\n"
    "---@class alongside.intake.record\n"
    "---@field [1] string needed: person, event, goal, note, consent, service or answers\n"
    "---@field [2]? string of answers: the instrument\n"
    "---@field set? table<string, string|number> the same on every row\n"
    "---@field where? table<string, string> only rows where a column has one of these words\n"
    "---@field items? string|string[]|table<string, alongside.intake.gives> of answers: columns in "
    "order, or by item\n"
    "---@field [string] string|alongside.intake.gives\n";

static const struct {
    const char *of, *field, *type;
} own_types[] = {{"instrument", "examples", "alongside.instrument.example[]"},
                 {"instrument", "seats", "string[][]"},
                 {"instrument.scales", "bands", "table<string, alongside.instrument.bands>"},
                 {"indicator", "examples", "alongside.indicator.examples[]"},
                 {"intake", "gives", "alongside.intake.record[]"},
                 {"intake", "examples", "string[][]"},
                 {"intake", "no_answer", "table<string, string>"}};

static const char *own_type(const struct contract_set *set, const struct field *field)
{
    for (size_t i = 0; i < sizeof own_types / sizeof *own_types; i++)
        if (strcmp(own_types[i].of, set->name) == 0 && strcmp(own_types[i].field, field->name) == 0)
            return own_types[i].type;
    return NULL;
}

/* The class that a field's own table has, or NULL. */
static const struct contract_set *set_of(const struct field_set *set)
{
    size_t count;
    const struct contract_set *sets = contract_sets(&count);
    for (size_t i = 0; set && i < count; i++)
        if (sets[i].set == set)
            return &sets[i];
    return NULL;
}

static const char *function_type(const char *name)
{
    if (strcmp(name, "find") == 0)
        return "fun(timeline: alongside.timeline, found: fun(finding: alongside.found), settings: "
               "table)";
    return "fun(answer: table<string, any>, given?: table): (number|string|nil), string?";
}

static void put_type(const struct contract_set *set, const struct field *field, struct text *out)
{
    static const char *const plain[] = {[FIELD_TEXT] = "string",
                                        [FIELD_ID] = "string",
                                        [FIELD_IDS] = "string|string[]",
                                        [FIELD_WORDS] = "string",
                                        [FIELD_YES_NO] = "boolean",
                                        [FIELD_WHOLE] = "integer",
                                        [FIELD_ANY_WHOLE] = "integer",
                                        [FIELD_NUMBER] = "number",
                                        [FIELD_DATE] = "string",
                                        [FIELD_TABLE] = "table",
                                        [FIELD_LIST] = "any[]",
                                        [FIELD_MAP] = "table<string, any>",
                                        [FIELD_ANY] = "any"};
    const struct contract_set *sub = set_of(field->sub);
    const char *own = own_type(set, field);
    if (own)
        text_put(out, own);
    else if (field->type == FIELD_FUNCTION)
        text_put(out, function_type(field->name));
    else if (!sub)
        text_put(out, plain[field->type]);
    else if (field->type == FIELD_LIST)
        text_format(out, "alongside.%s[]", sub->name);
    else if (field->type == FIELD_MAP)
        text_format(out, "table<string, alongside.%s>", sub->name);
    else if (field->type == FIELD_TABLE)
        text_format(out, "alongside.%s", sub->name);
    else
        text_format(out, "alongside.%s|alongside.%s[]|string", sub->name, sub->name);
}

static void put_field(const struct contract_set *set, const struct field *field, struct text *out)
{
    const struct field_note *note = field_note(set, field);
    text_format(out, "---@field %s%s ", field->name, field->flags & FIELD_NEEDED ? "" : "?");
    put_type(set, field, out);
    text_format(out, " %s%s%s", field->flags & FIELD_LATER ? "(later) " : "",
                field->flags & FIELD_NEEDED ? "needed: " : "", field->meaning);
    if (note && note->otherwise)
        text_format(out, "; else %s", note->otherwise);
    text_put(out, "\n");
}

static void put_class(const struct contract_set *set, struct text *out)
{
    text_format(out, "\n---@class alongside.%s\n", set->name);
    if (set->set->positional)
        text_put(out, "---@field [integer] any what stands without a name\n");
    for (const struct field *field = set->set->fields; field->name; field++)
        put_field(set, field, out);
}

/* The names of "list: number[], digits?: integer", for the heading of the function. */
static void put_parameters(const char *arguments, struct text *annotations, struct text *names)
{
    int depth = 0;
    for (const char *at = arguments; *at;) {
        const char *colon = strchr(at, ':'), *end = colon;
        for (; *end && (depth || *end != ','); end++)
            depth += *end == '(' ? 1 : *end == ')' ? -1 : 0;
        bool optional = colon[-1] == '?';
        text_format(annotations, "---@param %.*s%s %.*s\n", (int)(colon - at - optional), at,
                    optional ? "?" : "", (int)(end - colon - 2), colon + 2);
        text_format(names, "%s%.*s", names->length ? ", " : "", (int)(colon - at - optional), at);
        at = *end ? end + 2 : end;
    }
}

static void put_function(const struct lua_function *function, struct text *out)
{
    struct text names = {0};
    text_format(out, "\n-- %s\n", function->meaning);
    put_parameters(function->arguments, out, &names);
    if (function->gives)
        text_format(out, "---@return %s\n", function->gives);
    text_format(out, "function %s%s%s(%s) end\n", function->library, *function->library ? "." : "",
                function->name, names.length ? names.bytes : "");
    text_free(&names);
}

static void put_functions(struct text *out)
{
    const char *library = "";
    text_put(out, "\n-- What Lua may use, and nothing else.\n");
    for (const struct lua_function *function = lua_functions; function->name; function++) {
        if (strcmp(library, function->library) != 0) {
            library = function->library;
            text_format(out, "\n---@class %slib\n%s = {}\n", library, library);
            if (strcmp(library, "math") == 0)
                text_put(out, "\n---@type number\nmath.pi = 3.141592653589793\n"
                              "---@type number\nmath.huge = 1 / 0\n"
                              "---@type integer\nmath.maxinteger = 0x7fffffffffffffff\n"
                              "---@type integer\nmath.mininteger = -math.maxinteger - 1\n");
        }
        put_function(function, out);
    }
}

void contract_write_stubs(struct text *out)
{
    size_t count;
    const struct contract_set *sets = contract_sets(&count);
    text_put(out, top);
    for (size_t i = 0; i < count; i++)
        put_class(&sets[i], out);
    text_put(out, read_elsewhere);
    text_put(out, open_form);
    put_functions(out);
}
