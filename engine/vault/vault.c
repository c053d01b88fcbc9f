/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key file is two lines of text, so that it can be printed and kept in a safe: what it is, and
 * 32 bytes as hex digits. Nothing is ever sealed or hashed with these bytes themselves, only with
 * subkeys. */
#include "vault/vault.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ground/arena.h"

#define HEADING "alongside key 1\n"
enum { HEADING_LENGTH = sizeof HEADING - 1, FILE_LENGTH = HEADING_LENGTH + 2 * VAULT_KEY + 1 };

/* What subkeys are for: numbers of libsodium's key derivation, under these names of 8 letters. */
enum { SUBKEY_SEAL = 1, SUBKEY_HASH = 2, SUBKEY_MARK = 3, SUBKEY_SUM = 4 };
static const char of_the_file[crypto_kdf_CONTEXTBYTES + 1] = "keyfile1";
static const char of_a_person[crypto_kdf_CONTEXTBYTES + 1] = "person_1";
enum { SUBKEY_WORKERS = 1 };

struct vault {
    unsigned char seal[crypto_secretbox_KEYBYTES];
    unsigned char hash[crypto_generichash_KEYBYTES];
    unsigned char mark[VAULT_HASH];
    unsigned char sum[crypto_shorthash_siphashx24_KEYBYTES];
};

/* The state wants a stricter alignment than malloc gives. */
enum { STATE_ALIGN = 64 };
struct vault_hash {
    unsigned char room[sizeof(crypto_generichash_state) + STATE_ALIGN];
};

_Static_assert(VAULT_KEY == crypto_kdf_KEYBYTES && VAULT_KEY == crypto_secretbox_KEYBYTES,
               "one size of key");
_Static_assert(VAULT_SEALED == crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + VAULT_KEY,
               "a sealed key is nonce, proof and key");

static bool ready(struct fault *fault)
{
    return sodium_init() >= 0 ||
           fault_set(fault, FAULT_OURS,
                     "libsodium finds no source of randomness on this machine, so "
                     "no keys can be made or read. Mend /dev/urandom and try again.");
}

/* --- the key file ----------------------------------------------------------------------------- */

static bool write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t wrote = write(file, bytes, length);
        if (wrote < 0 && errno != EINTR)
            return false;
        if (wrote > 0) {
            bytes += wrote;
            length -= (size_t)wrote;
        }
    }
    return true;
}

static bool write_new_key(int file)
{
    unsigned char key[VAULT_KEY];
    char lines[FILE_LENGTH + 1] = HEADING;
    crypto_kdf_keygen(key);
    sodium_bin2hex(lines + HEADING_LENGTH, 2 * VAULT_KEY + 1, key, sizeof key);
    lines[FILE_LENGTH - 1] = '\n';
    bool good = write_all(file, lines, FILE_LENGTH) && fsync(file) == 0;
    sodium_memzero(key, sizeof key);
    sodium_memzero(lines, sizeof lines);
    return good;
}

bool vault_make(const char *path, struct fault *fault)
{
    if (!ready(fault))
        return false;
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0 && errno == EEXIST)
        return fault_set(fault, FAULT_CREATE,
                         "%s is there already, and a key is never written over: "
                         "what it sealed could not be read again. Name another file with --keys.",
                         path);
    if (file < 0)
        return fault_set(fault, FAULT_CREATE,
                         "%s cannot be made: %s. Choose a folder that you may "
                         "write in, with --store or --keys.",
                         path, strerror(errno));
    bool good = write_new_key(file);
    int why = errno;
    if (close(file) == 0 && good)
        return true;
    unlink(path);
    return fault_set(fault, FAULT_IO, "%s cannot be written: %s. Nothing was made.", path,
                     strerror(why));
}

static ssize_t read_up_to(int file, char *bytes, size_t room)
{
    size_t length = 0;
    while (length < room) {
        ssize_t got = read(file, bytes + length, room - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        length += (size_t)got;
    }
    return (ssize_t)length;
}

static bool parse_key(const char *lines, size_t length, unsigned char key[VAULT_KEY])
{
    size_t made = 0;
    return length == FILE_LENGTH && memcmp(lines, HEADING, HEADING_LENGTH) == 0 &&
           lines[FILE_LENGTH - 1] == '\n' &&
           sodium_hex2bin(key, VAULT_KEY, lines + HEADING_LENGTH, 2 * VAULT_KEY, NULL, &made,
                          NULL) == 0 &&
           made == VAULT_KEY;
}

static bool read_key(const char *path, int file, unsigned char key[VAULT_KEY], struct fault *fault)
{
    struct stat status;
    if (fstat(file, &status) != 0)
        return fault_set(fault, FAULT_IO, "%s cannot be read: %s.", path, strerror(errno));
    if (!S_ISREG(status.st_mode))
        return fault_set(fault, FAULT_DATA,
                         "%s is no plain file, so it is no key of alongside. Name "
                         "the key file with --keys.",
                         path);
    if ((status.st_mode & 077) != 0)
        return fault_set(fault, FAULT_REFUSED,
                         "%s may be read by others on this machine, and it opens "
                         "everybody's words. Make it yours alone: chmod 600 %s",
                         path, path);
    char lines[FILE_LENGTH + 1];
    ssize_t length = read_up_to(file, lines, sizeof lines);
    bool good = length >= 0 && parse_key(lines, (size_t)length, key);
    sodium_memzero(lines, sizeof lines);
    if (length < 0)
        return fault_set(fault, FAULT_IO, "%s cannot be read: %s.", path, strerror(errno));
    return good || fault_set(fault, FAULT_DATA,
                             "%s is no key file of alongside, or it was cut short. "
                             "Name the key file with --keys, or bring it back from its backup.",
                             path);
}

static bool derive(const unsigned char key[VAULT_KEY], struct vault **vault, struct fault *fault)
{
    struct vault *made = sodium_malloc(sizeof *made);
    if (!made)
        return fault_set(fault, FAULT_OURS,
                         "There is no memory left for the keys. Close other "
                         "programs and try again.");
    crypto_kdf_derive_from_key(made->seal, sizeof made->seal, SUBKEY_SEAL, of_the_file, key);
    crypto_kdf_derive_from_key(made->hash, sizeof made->hash, SUBKEY_HASH, of_the_file, key);
    crypto_kdf_derive_from_key(made->mark, sizeof made->mark, SUBKEY_MARK, of_the_file, key);
    crypto_kdf_derive_from_key(made->sum, sizeof made->sum, SUBKEY_SUM, of_the_file, key);
    *vault = made;
    return true;
}

bool vault_open(const char *path, struct vault **vault, struct fault *fault)
{
    if (!ready(fault))
        return false;
    /* Not blocking, so that a pipe in the key's place is refused and not waited for. */
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0 && errno == ENOENT)
        return fault_set(fault, FAULT_NO_FILE,
                         "There is no key file %s. Name it with --keys or in "
                         "ALONGSIDE_KEYS, or bring it back from its backup.",
                         path);
    if (file < 0)
        return fault_set(fault, FAULT_IO, "%s cannot be opened: %s.", path, strerror(errno));
    unsigned char key[VAULT_KEY];
    bool good = read_key(path, file, key, fault) && derive(key, vault, fault);
    sodium_memzero(key, sizeof key);
    close(file);
    return good;
}

void vault_close(struct vault *vault)
{
    sodium_free(vault);
}

void vault_mark(const struct vault *vault, unsigned char mark[VAULT_HASH])
{
    memcpy(mark, vault->mark, VAULT_HASH);
}

/* --- persons' keys ---------------------------------------------------------------------------- */

void vault_person_make(const struct vault *vault, unsigned char sealed[VAULT_SEALED])
{
    unsigned char key[VAULT_KEY];
    crypto_secretbox_keygen(key);
    randombytes_buf(sealed, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(sealed + crypto_secretbox_NONCEBYTES, key, sizeof key, sealed,
                          vault->seal);
    sodium_memzero(key, sizeof key);
}

bool vault_person_open(const struct vault *vault, const unsigned char sealed[VAULT_SEALED],
                       unsigned char key[VAULT_KEY], struct fault *fault)
{
    if (crypto_secretbox_open_easy(key, sealed + crypto_secretbox_NONCEBYTES,
                                   VAULT_SEALED - crypto_secretbox_NONCEBYTES, sealed,
                                   vault->seal) == 0)
        return true;
    return fault_set(fault, FAULT_REFUSED,
                     "A person's key was sealed with another key file, or was "
                     "changed since. Name the store's own key file with --keys.");
}

void vault_token(const unsigned char key[VAULT_KEY], const char *worker, char token[17])
{
    unsigned char subkey[crypto_generichash_KEYBYTES], hash[crypto_generichash_BYTES_MIN];
    crypto_kdf_derive_from_key(subkey, sizeof subkey, SUBKEY_WORKERS, of_a_person, key);
    crypto_generichash(hash, sizeof hash, (const unsigned char *)worker, strlen(worker), subkey,
                       sizeof subkey);
    sodium_bin2hex(token, 17, hash, 8);
    sodium_memzero(subkey, sizeof subkey);
}

/* --- hashes ----------------------------------------------------------------------------------- */

void vault_name(const void *bytes, size_t length, char hex[17])
{
    unsigned char hash[crypto_generichash_BYTES_MIN];
    crypto_generichash(hash, sizeof hash, bytes, length, NULL, 0);
    sodium_bin2hex(hex, 17, hash, 8);
}

void vault_fingerprint(const void *bytes, size_t length, char hex[65])
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, bytes, length);
    sodium_bin2hex(hex, 65, hash, sizeof hash);
}

void vault_sum_both(struct vault_sum *sum, const struct vault_sum *other)
{
    sum->low += other->low;
    sum->high += other->high + (sum->low < other->low);
}

void vault_sum_add(struct vault_sum *sum, const struct vault *vault, const void *bytes,
                   size_t length)
{
    unsigned char hash[crypto_shorthash_siphashx24_BYTES];
    struct vault_sum one;
    crypto_shorthash_siphashx24(hash, bytes, length, vault->sum);
    memcpy(&one.low, hash, sizeof one.low);
    memcpy(&one.high, hash + sizeof one.low, sizeof one.high);
    vault_sum_both(sum, &one);
}

static crypto_generichash_state *state_of(struct vault_hash *hash)
{
    uintptr_t at = (uintptr_t)hash->room;
    return (crypto_generichash_state *)(hash->room + (STATE_ALIGN - at % STATE_ALIGN));
}

struct vault_hash *vault_hash_new(const struct vault *vault)
{
    struct vault_hash *hash = memory(sizeof *hash);
    crypto_generichash_init(state_of(hash), vault->hash, sizeof vault->hash, VAULT_HASH);
    return hash;
}

void vault_hash_add(struct vault_hash *hash, const void *bytes, size_t length)
{
    crypto_generichash_update(state_of(hash), bytes, length);
}

void vault_hash_end(struct vault_hash *hash, unsigned char out[VAULT_HASH])
{
    crypto_generichash_final(state_of(hash), out, VAULT_HASH);
    sodium_memzero(hash, sizeof *hash);
    free(hash);
}
