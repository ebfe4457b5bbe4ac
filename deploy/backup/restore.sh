#!/bin/sh
# Fills an empty store from a copy, and says whether a broker may start on it. Stop all brokers first, move the old store
# away, and put back the keys of that time.
#
#     sh deploy/backup/restore.sh /var/backups/contacts-for-envoke/store-2026-11-28T02-00-00Z.jsonl
set -eu
umask 077
file=${1:?name the copy}
root=$(cd "$(dirname "$0")/../.." && pwd)
node "$root/broker/server.ts" restore "$file"
node "$root/broker/server.ts" keys list
