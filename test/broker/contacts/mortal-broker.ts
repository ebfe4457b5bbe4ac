/** A broker that may die between any two steps of its work: from then on it neither reads nor writes anything. */
import type { ContactsService } from '../../../broker/contacts/contacts-service.ts';
import type { Database } from '../../../broker/database/database.ts';
import type { EnvokeClient } from '../../../broker/envoke/envoke-client.ts';
import type { Bench } from './support.ts';

export class BrokerDied extends Error {}

/** @param dies asked before and after each step; true ends the broker there */
export function mortalBroker(bench: Bench, dies: () => boolean): ContactsService {
  let dead = false;
  const step = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    dead ||= dies();
    if (dead) throw new BrokerDied();
    const result = await work();
    dead ||= dies();
    if (dead) throw new BrokerDied();
    return result;
  };
  const { database, client } = bench;
  const mortalDatabase: Database = {
    kind: database.kind,
    all: (sql, params) => step(() => database.all(sql, params)),
    run: (sql, params) => step(() => database.run(sql, params)),
    transaction: (work) => step(() => database.transaction(work)),
    clock: () => database.clock(),
    migrate: () => database.migrate(),
    close: () => database.close(),
  };
  const mortalClient: EnvokeClient = {
    ...client,
    listContacts: (token, listing) => step(() => client.listContacts(token, listing)),
    createContact: (token, write) => step(() => client.createContact(token, write)),
  };
  return bench.anotherBroker({ database: mortalDatabase, client: mortalClient });
}
