/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a person, sealed with XSalsa20-Poly1305 under subkeys of the person's own key. */
#include <sodium.h>
#include <string.h>

#include "vault/vault.h"

static const char of_words[crypto_kdf_CONTEXTBYTES + 1] = "words__1";
enum { SUBKEY_NONCE = 1, SUBKEY_SEAL = 2 };
enum { NONCE = crypto_secretbox_NONCEBYTES, PROOF = crypto_secretbox_MACBYTES };

void vault_key_make(unsigned char key[VAULT_KEY])
{
    crypto_secretbox_keygen(key);
}

static void nonce_of(const unsigned char key[VAULT_KEY], const char *words, size_t length,
                     unsigned char nonce[NONCE])
{
    unsigned char subkey[crypto_generichash_KEYBYTES];
    crypto_kdf_derive_from_key(subkey, sizeof subkey, SUBKEY_NONCE, of_words, key);
    crypto_generichash(nonce, NONCE, (const unsigned char *)words, length, subkey, sizeof subkey);
    sodium_memzero(subkey, sizeof subkey);
}

static void seal_key(const unsigned char key[VAULT_KEY],
                     unsigned char subkey[crypto_secretbox_KEYBYTES])
{
    crypto_kdf_derive_from_key(subkey, crypto_secretbox_KEYBYTES, SUBKEY_SEAL, of_words, key);
}

void vault_words_seal(const unsigned char key[VAULT_KEY], const char *words, size_t length,
                      struct text *sealed)
{
    unsigned char nonce[NONCE], subkey[crypto_secretbox_KEYBYTES];
    nonce_of(key, words, length, nonce);
    seal_key(key, subkey);
    text_add(sealed, (const char *)nonce, NONCE);
    size_t at = sealed->length;
    for (size_t i = 0; i < length + PROOF; i++)
        text_char(sealed, 0);
    crypto_secretbox_easy((unsigned char *)sealed->bytes + at, (const unsigned char *)words, length,
                          nonce, subkey);
    sodium_memzero(subkey, sizeof subkey);
}

bool vault_words_open(const unsigned char key[VAULT_KEY], const void *sealed, size_t length,
                      struct text *words, struct fault *fault)
{
    unsigned char subkey[crypto_secretbox_KEYBYTES];
    const unsigned char *bytes = sealed;
    bool good = length >= NONCE + PROOF;
    if (good) {
        size_t at = words->length;
        for (size_t i = 0; i < length - NONCE - PROOF; i++)
            text_char(words, 0);
        text_put(words, "");
        seal_key(key, subkey);
        good = crypto_secretbox_open_easy((unsigned char *)words->bytes + at, bytes + NONCE,
                                          length - NONCE, bytes, subkey) == 0;
        sodium_memzero(subkey, sizeof subkey);
        if (!good)
            words->length = at;
    }
    return good ||
           fault_set(fault, FAULT_DATA,
                     "Words were sealed with another key, or were changed since. Bring back "
                     "a copy of the store, with the key that belongs to it.");
}

void vault_words_token(const unsigned char key[VAULT_KEY], const char *words, size_t length,
                       char token[17])
{
    unsigned char nonce[NONCE];
    nonce_of(key, words, length, nonce);
    sodium_bin2hex(token, 17, nonce, 8);
}
