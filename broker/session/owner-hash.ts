/**
 * What is stored of an owner mark. The mark has 128 random bits, so nobody finds it from the hash. The account is part
 * of the hash: one person's sessions in two accounts have nothing in common. There is no key, since a new vault key
 * would tear a person's sessions apart.
 */
import { createHash } from 'node:crypto';

export function ownerHash(accountId: string, ownerMark: string): string {
  return createHash('sha256').update(`owner of sessions v1\n${accountId}\n${ownerMark}`).digest('base64url');
}
