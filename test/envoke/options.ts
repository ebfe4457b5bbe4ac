/** The options of a stand-in, with their defaults. */

import { randomBytes } from 'node:crypto';
import type { AccountOptions } from './accounts/account.ts';
import type { Client } from './oauth/client.ts';

/** The default login, which `npm start` prints. */
export const TRY_OUT_LOGIN = { email: 'camille@harbourview.example.ca', password: 'try-it-out' } as const;

/** A registered application; called "Contacts for Envoke" unless it has a name. */
type ClientOptions = Omit<Client, 'name'> & { readonly name?: string };

export interface EnvokeOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Registered applications; one with a random secret and the broker's default redirect URI otherwise. */
  readonly clients?: readonly ClientOptions[];
  readonly accounts?: readonly AccountOptions[];
  /** Decides which people are invented. */
  readonly seed?: number;
  /** The stand-in's clock, in epoch milliseconds. */
  readonly now?: () => number;
  /** Milliseconds that every API and token answer takes at least. */
  readonly latencyMs?: number;
}

export type Settings = Required<Omit<EnvokeOptions, 'clients'>> & { readonly clients: readonly Client[] };

export function withDefaults(options: EnvokeOptions): Settings {
  const clients: readonly (Omit<Client, 'name'> & { readonly name?: string })[] = options.clients ?? [
    defaultClient(),
  ];
  return {
    port: options.port ?? 0,
    host: options.host ?? '127.0.0.1',
    clients: clients.map((client) => ({ name: 'Contacts for Envoke', ...client })),
    accounts: options.accounts ?? defaultAccounts(),
    seed: options.seed ?? 1867,
    now: options.now ?? Date.now,
    latencyMs: options.latencyMs ?? 0,
  };
}

function defaultClient(): ClientOptions {
  return {
    clientId: randomBytes(16).toString('hex'),
    clientSecret: randomBytes(24).toString('hex'),
    redirectUri: 'http://127.0.0.1:8787/oauth/callback',
  };
}

/** A main account, a sub-account of it with the same login, and an account of someone else. */
function defaultAccounts(): AccountOptions[] {
  const camille = TRY_OUT_LOGIN;
  const elodie = { email: 'elodie@riviereblanche.example.ca', password: TRY_OUT_LOGIN.password };
  return [
    {
      id: '1042',
      name: 'Municipality of Harbourview',
      logins: [camille],
      contacts: 300,
      privateSubscriptions: true,
    },
    {
      id: '1043',
      name: 'Harbourview – Bénévoles',
      logins: [camille],
      contacts: 24,
      privateSubscriptions: false,
    },
    {
      id: '2077',
      name: 'Université de la Rivière-Blanche',
      logins: [elodie],
      contacts: 60,
      privateSubscriptions: false,
    },
  ];
}
