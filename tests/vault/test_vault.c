/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ground/text.h"
#include "vault/vault.h"

static char folder[] = "/tmp/vault-test-XXXXXX";
static char key_path[64], other_path[64];

static int make_keys(void **state)
{
    (void)state;
    struct fault fault;
    if (!mkdtemp(folder))
        return -1;
    snprintf(key_path, sizeof key_path, "%s/a.keys", folder);
    snprintf(other_path, sizeof other_path, "%s/b.keys", folder);
    return vault_make(key_path, &fault) && vault_make(other_path, &fault) ? 0 : -1;
}

static int remove_keys(void **state)
{
    (void)state;
    unlink(key_path);
    unlink(other_path);
    return rmdir(folder);
}

static struct vault *opened(const char *path)
{
    struct vault *vault = NULL;
    struct fault fault = {0};
    assert_true(vault_open(path, &vault, &fault));
    return vault;
}

static void assert_refused(const char *path, enum fault_kind kind)
{
    struct vault *vault = NULL;
    struct fault fault = {0};
    assert_false(vault_open(path, &vault, &fault));
    assert_int_equal(fault.kind, kind);
    assert_non_null(strstr(fault.text, path));
    assert_null(vault);
}

static void a_fingerprint_is_the_sha_256_of_the_standard(void **state)
{
    (void)state;
    char hex[65];
    vault_fingerprint("abc", 3, hex); /* FIPS 180-4 */
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    vault_fingerprint("", 0, hex);
    assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void a_key_file_is_the_owners_alone(void **state)
{
    (void)state;
    struct stat status;
    assert_int_equal(stat(key_path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    chmod(key_path, 0640);
    assert_refused(key_path, FAULT_REFUSED);
    chmod(key_path, 0600);
    vault_close(opened(key_path));
}

static void a_key_is_never_written_over(void **state)
{
    (void)state;
    struct fault fault = {0};
    char *before, *after;
    size_t length, length_after;
    assert_true(text_read_file(key_path, 1000, &before, &length, &fault));
    assert_false(vault_make(key_path, &fault));
    assert_int_equal(fault.kind, FAULT_CREATE);
    assert_true(text_read_file(key_path, 1000, &after, &length_after, &fault));
    assert_int_equal(length, length_after);
    assert_memory_equal(before, after, length);
    free(before);
    free(after);
}

static void a_key_in_no_folder_cannot_be_made(void **state)
{
    (void)state;
    struct fault fault = {0};
    assert_false(vault_make("/tmp/no-such-folder-here/a.keys", &fault));
    assert_int_equal(fault.kind, FAULT_CREATE);
}

static void what_is_no_key_file_is_refused(void **state)
{
    (void)state;
    char path[64];
    struct fault fault;
    char *bytes;
    size_t length;
    snprintf(path, sizeof path, "%s/c.keys", folder);
    assert_refused(path, FAULT_NO_FILE);
    assert_refused(folder, FAULT_DATA);
    assert_true(text_write_file(path, "", 0, &fault));
    assert_refused(path, FAULT_DATA);
    assert_true(text_read_file(key_path, 1000, &bytes, &length, &fault));
    assert_true(text_write_file(path, bytes, length - 2, &fault)); /* cut short */
    assert_refused(path, FAULT_DATA);
    char *longer = malloc(length + 1);
    memcpy(longer, bytes, length);
    longer[length] = '0';
    assert_true(text_write_file(path, longer, length + 1, &fault));
    assert_refused(path, FAULT_DATA);
    longer[20] = 'g'; /* no hex digit */
    assert_true(text_write_file(path, longer, length, &fault));
    assert_refused(path, FAULT_DATA);
    free(longer);
    free(bytes);
    unlink(path);
}

static void a_mark_tells_keys_apart_and_stays(void **state)
{
    (void)state;
    unsigned char first[VAULT_HASH], again[VAULT_HASH], other[VAULT_HASH];
    struct vault *a = opened(key_path), *b = opened(key_path), *c = opened(other_path);
    vault_mark(a, first);
    vault_mark(b, again);
    vault_mark(c, other);
    assert_memory_equal(first, again, sizeof first);
    assert_memory_not_equal(first, other, sizeof first);
    vault_close(a);
    vault_close(b);
    vault_close(c);
}

static void a_persons_key_opens_with_the_key_file_that_sealed_it_only(void **state)
{
    (void)state;
    unsigned char sealed[VAULT_SEALED], key[VAULT_KEY], again[VAULT_KEY];
    struct fault fault = {0};
    struct vault *vault = opened(key_path), *same = opened(key_path), *other = opened(other_path);
    vault_person_make(vault, sealed);
    assert_true(vault_person_open(vault, sealed, key, &fault));
    assert_true(vault_person_open(same, sealed, again, &fault));
    assert_memory_equal(key, again, sizeof key);
    assert_false(vault_person_open(other, sealed, again, &fault));
    assert_int_equal(fault.kind, FAULT_REFUSED);
    for (size_t i = 0; i < sizeof sealed; i++) {
        sealed[i] ^= 1;
        assert_false(vault_person_open(vault, sealed, again, &fault));
        sealed[i] ^= 1;
    }
    vault_close(vault);
    vault_close(same);
    vault_close(other);
}

static void a_worker_has_another_token_under_every_person(void **state)
{
    (void)state;
    unsigned char sealed[VAULT_SEALED], juniper[VAULT_KEY], rowan[VAULT_KEY];
    char one[17], again[17], other[17], another_worker[17];
    struct fault fault;
    struct vault *vault = opened(key_path);
    vault_person_make(vault, sealed);
    assert_true(vault_person_open(vault, sealed, juniper, &fault));
    vault_person_make(vault, sealed);
    assert_true(vault_person_open(vault, sealed, rowan, &fault));
    vault_token(juniper, "w7", one);
    vault_token(juniper, "w7", again);
    vault_token(rowan, "w7", other);
    vault_token(juniper, "w8", another_worker);
    assert_int_equal(strspn(one, "0123456789abcdef"), 16);
    assert_string_equal(one, again);
    assert_string_not_equal(one, other);
    assert_string_not_equal(one, another_worker);
    vault_close(vault);
}

static struct vault_sum sum_of(const struct vault *vault, const char *first, const char *second)
{
    struct vault_sum sum = {0}, other = {0};
    vault_sum_add(&sum, vault, first, strlen(first));
    vault_sum_add(&other, vault, second, strlen(second));
    vault_sum_both(&sum, &other);
    return sum;
}

static bool is_sum(struct vault_sum a, struct vault_sum b)
{
    return a.low == b.low && a.high == b.high;
}

static void a_sum_depends_on_every_piece_and_on_the_key_and_not_on_their_order(void **state)
{
    (void)state;
    struct vault *vault = opened(key_path), *second = opened(other_path);
    struct vault_sum sum = sum_of(vault, "juniper", "3 3 -");
    assert_true(is_sum(sum, sum_of(vault, "3 3 -", "juniper")));
    assert_false(is_sum(sum, sum_of(vault, "juniper", "3 3 1")));
    assert_false(is_sum(sum, sum_of(vault, "juniper3", " 3 -")));
    assert_false(is_sum(sum, sum_of(second, "juniper", "3 3 -")));
    struct vault_sum full = {.low = UINT64_MAX, .high = 1}, one = {.low = 1};
    vault_sum_both(&full, &one);
    assert_true(is_sum(full, (struct vault_sum){.low = 0, .high = 2}));
    vault_close(vault);
    vault_close(second);
}

static void hash_of(const struct vault *vault, const char *first, const char *second,
                    unsigned char out[VAULT_HASH])
{
    struct vault_hash *hash = vault_hash_new(vault);
    vault_hash_add(hash, first, strlen(first));
    vault_hash_add(hash, second, strlen(second));
    vault_hash_end(hash, out);
}

static void a_keyed_hash_depends_on_every_byte_and_on_the_key(void **state)
{
    (void)state;
    unsigned char whole[VAULT_HASH], pieces[VAULT_HASH], other[VAULT_HASH], other_key[VAULT_HASH];
    struct vault *vault = opened(key_path), *second = opened(other_path);
    hash_of(vault, "juniper", " 3 3 -", whole);
    hash_of(vault, "juniper 3", " 3 -", pieces);
    hash_of(vault, "juniper", " 3 3 1", other);
    hash_of(second, "juniper", " 3 3 -", other_key);
    assert_memory_equal(whole, pieces, sizeof whole);
    assert_memory_not_equal(whole, other, sizeof whole);
    assert_memory_not_equal(whole, other_key, sizeof whole);
    vault_close(vault);
    vault_close(second);
}

static void words_come_back_under_their_own_key_only(void **state)
{
    (void)state;
    unsigned char key[VAULT_KEY], other[VAULT_KEY];
    struct text sealed = {0}, again = {0}, words = {0};
    struct fault fault = {0};
    char token[17], others[17];
    vault_key_make(key);
    vault_key_make(other);
    vault_words_seal(key, "as I said", 9, &sealed);
    vault_words_seal(key, "as I said", 9, &again);
    assert_int_equal(sealed.length, again.length);
    assert_memory_equal(sealed.bytes, again.bytes,
                        sealed.length); /* the same words, the same bytes */
    assert_null(memmem(sealed.bytes, sealed.length, "said", 4));
    assert_true(vault_words_open(key, sealed.bytes, sealed.length, &words, &fault));
    assert_string_equal(words.bytes, "as I said");
    assert_false(vault_words_open(other, sealed.bytes, sealed.length, &words, &fault));
    assert_int_equal(words.length, 9);
    for (size_t i = 0; i < sealed.length; i++) {
        sealed.bytes[i] ^= 1;
        assert_false(vault_words_open(key, sealed.bytes, sealed.length, &words, &fault));
        sealed.bytes[i] ^= 1;
        assert_false(vault_words_open(key, sealed.bytes, i, &words, &fault));
    }
    vault_words_token(key, "as I said", 9, token);
    vault_words_token(other, "as I said", 9, others);
    assert_string_not_equal(token, others);
    vault_words_token(key, "as I say", 8, others);
    assert_string_not_equal(token, others);
    text_free(&sealed);
    text_free(&again);
    text_free(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fingerprint_is_the_sha_256_of_the_standard),
        cmocka_unit_test(a_key_file_is_the_owners_alone),
        cmocka_unit_test(a_key_is_never_written_over),
        cmocka_unit_test(a_key_in_no_folder_cannot_be_made),
        cmocka_unit_test(what_is_no_key_file_is_refused),
        cmocka_unit_test(a_mark_tells_keys_apart_and_stays),
        cmocka_unit_test(a_persons_key_opens_with_the_key_file_that_sealed_it_only),
        cmocka_unit_test(a_worker_has_another_token_under_every_person),
        cmocka_unit_test(words_come_back_under_their_own_key_only),
        cmocka_unit_test(a_keyed_hash_depends_on_every_byte_and_on_the_key),
        cmocka_unit_test(a_sum_depends_on_every_piece_and_on_the_key_and_not_on_their_order),
    };
    return cmocka_run_group_tests(tests, make_keys, remove_keys);
}
