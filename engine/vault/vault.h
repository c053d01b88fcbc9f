/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and hashes. The key file holds one secret of 32 bytes; subkeys of it seal the persons' keys
 * and key the hashes. The only user of libsodium. */
#ifndef VAULT_VAULT_H
#define VAULT_VAULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/fault.h"
#include "ground/text.h"

enum { VAULT_KEY = 32, VAULT_SEALED = 24 + 16 + 32, VAULT_HASH = 16 };

struct vault;

/* Makes a key file, mode 0600; 73 when it is there already or cannot be made, 74 on a full disk. */
bool vault_make(const char *path, struct fault *);
/* 66 when it is not there, 65 when it is no key file, 77 when others may read it. */
bool vault_open(const char *path, struct vault **vault, struct fault *);
void vault_close(struct vault *vault); /* wipes it */

/* Tells this key from another without giving anything of it away: 16 bytes, kept in the store. */
void vault_mark(const struct vault *vault, unsigned char mark[VAULT_HASH]);

/* A new key for a person, sealed for keeping in the store, and back: 77 when it was sealed by
 * another. */
void vault_person_make(const struct vault *vault, unsigned char sealed[VAULT_SEALED]);
bool vault_person_open(const struct vault *vault, const unsigned char sealed[VAULT_SEALED],
                       unsigned char key[VAULT_KEY], struct fault *);

/* A worker of the source as this person's token: 16 small hex digits and a NUL. The same worker has
 * another token under every person. */
void vault_token(const unsigned char key[VAULT_KEY], const char *worker, char token[17]);

/* --- words ------------------------------------------------------------------------------------ */

/* A key that lives as long as one import: words wait sealed with it until it is known whose they
 * are. */
void vault_key_make(unsigned char key[VAULT_KEY]);

/* Words sealed with a key, appended to `sealed`; the same words and key give the same bytes (the
 * nonce is a keyed hash of the words, so that equal words can be seen to be equal and nothing else
 * can). */
void vault_words_seal(const unsigned char key[VAULT_KEY], const char *words, size_t length,
                      struct text *sealed);
/* And back, appended to `words`. 65 when it was sealed with another key or changed since. */
bool vault_words_open(const unsigned char key[VAULT_KEY], const void *sealed, size_t length,
                      struct text *words, struct fault *);
/* What stands for words where rows are compared: 16 small hex digits and a NUL, of no use without
 * the key. */
void vault_words_token(const unsigned char key[VAULT_KEY], const char *words, size_t length,
                       char token[17]);

/* --- hashes ----------------------------------------------------------------------------------- */

/* SHA-256, without a key, as 64 small hex digits and a NUL: the fingerprint of a file. */
void vault_fingerprint(const void *bytes, size_t length, char hex[65]);

/* What tells this from anything else of one person: BLAKE2b without a key, as 16 small hex digits
 * and a NUL. A quarter of the time of a fingerprint. */
void vault_name(const void *bytes, size_t length, char hex[17]);

/* The sum of keyed hashes (SipHash-2-4 of 128 bits) of pieces that are all different, in any order:
 * what is added later need not be added up with all there was. Never written anywhere itself. */
struct vault_sum {
    uint64_t low, high;
};
void vault_sum_add(struct vault_sum *sum, const struct vault *vault, const void *bytes,
                   size_t length);
void vault_sum_both(struct vault_sum *sum, const struct vault_sum *other);

/* A keyed BLAKE2b over pieces: a person's content. */
struct vault_hash;
struct vault_hash *vault_hash_new(const struct vault *vault);
void vault_hash_add(struct vault_hash *hash, const void *bytes, size_t length);
void vault_hash_end(struct vault_hash *hash, unsigned char out[VAULT_HASH]); /* and frees it */

#endif
