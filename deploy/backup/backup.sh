#!/bin/sh
# Copies the store of the broker into a folder, and keeps the copies of the last days. Brokers may run meanwhile.
#
#     sh deploy/backup/backup.sh /var/backups/contacts-for-envoke
#
# KEEP_DAYS (30) says how long copies are kept. The settings are the broker's own (DATA_DIR, DATABASE_URL, …). Keys are not
# part of it: copy keys.json, or the settings that hold the keys, to another place after each `keys` command.
set -eu
umask 077
folder=${1:?name the folder for the copies}
root=$(cd "$(dirname "$0")/../.." && pwd)
file=$folder/store-$(date -u +%Y-%m-%dT%H-%M-%SZ).jsonl
mkdir -p "$folder"
node "$root/broker/server.ts" backup "$file"
# Only once there is a new one.
find "$folder" -name 'store-*.jsonl' -type f -mtime "+${KEEP_DAYS:-30}" -exec rm -f {} +
