/** What every view of a signed-in popup can use: the account, the broker client, and navigation to other views. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import type { Announcement } from '../../../components/notice.tsx';
import type { BrokerClient } from '../../../lib/broker-client/broker-client.ts';
import type { ListUnderReview } from '../../../lib/capture/registration-list.ts';
import type { FlatForm } from '../../../lib/memory/drafts-item.ts';
import type { OutboxSnapshot } from '../../../lib/outbox/outbox-item.ts';
import type { Obstacle } from '../../../lib/page/page-source.ts';
import type { AccountList } from '../../../lib/session/accounts.ts';
import type { AccountSummary } from '../../../lib/session/stored-account.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import type { AddForm } from '../form/form-fields.ts';
import type { LaidOver } from './use-outbox.ts';
import type { PagePeople } from './use-page-people.ts';
import type { Writes } from './writes.ts';

interface Made {
  /** It was made of pasted text, which is kept nowhere else: it is unfinished even while nothing in it is changed. */
  fromText?: boolean;
}

export type View = (
  | { name: 'find' }
  | ({ name: 'add'; form: AddForm; editedItemId?: string } & Made)
  /**
   * `edit`: values to correct, of a write that was refused. `reason`: what to unsubscribe them for, which only the person
   * does.
   */
  | { name: 'contact'; contact: Contact; edit?: { itemId: string; values: FlatForm }; reason?: string }
  | { name: 'outbox' }
  /** `obstacle`: why a command could not read anything from the page. */
  | { name: 'page'; obstacle?: Obstacle }
  | { name: 'paste' }
  /** `list`: the list that the people come from, if its columns can be corrected. */
  | ({ name: 'bulk'; forms: readonly AddForm[]; list?: ListUnderReview } & Made)
  | { name: 'account' }
  /** Consents that end soon. */
  | { name: 'ending' }
) & {
  /** The id of the unfinished draft that is continued. */
  draftId?: string;
};

export interface Popup extends Writes {
  account: AccountSummary;
  accounts: AccountList;
  client: BrokerClient;
  settings: Settings;
  outbox: OutboxSnapshot;
  laidOver: LaidOver;
  /** Changes when a write has arrived: what was read from Envoke before may be out of date. */
  arrived: number;
  /** Open writes in other accounts, including signed-out ones. */
  elsewhere: OutboxSnapshot;
  open: (view: View) => void;
  back: () => void;
  /** Goes back to the list, past all views in between. */
  home: () => void;
  announce: (announcement: Announcement | null) => void;
  page: PagePeople;
  reconnect: () => void;
}

export const PopupContext = createContext<Popup | null>(null);

export function usePopup(): Popup {
  const popup = useContext(PopupContext);
  if (popup === null) throw new Error('a view was drawn outside the signed-in popup');
  return popup;
}
