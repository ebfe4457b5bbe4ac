/** The outbox with a write in every state: put into storage, since no real one stays in them for long. */
import type { Page } from 'playwright-core';
import type { OutboxItem, OutboxOperation } from '../../extension/lib/outbox/outbox-item.ts';
import { NO_PERSON } from '../../shared/contact-fields.ts';
import type { Contact } from '../../shared/schemas/contact.ts';
import { openPopup, type Scene } from './scene.ts';
import type { Stage } from './stage.ts';
import { dropItem, getItem, putItem } from './storage.ts';

const ORLA = { contactId: '9000001', email: 'orla.quill@lakeside.example.org' };
const MAUDE = { contactId: '9000002', email: 'maude.pelletier@lakeside.example.org' };

const create = (email: string, first_name: string, last_name: string): OutboxOperation => ({
  kind: 'create',
  draft: { email, first_name, last_name, consent_status: 'Not Provided', basis: 'found' },
});

const WRITES: Readonly<Record<string, OutboxOperation>> = {
  refused: create('theo.lane@lakeside.example.org', 'Théo', 'Lane'),
  add: create(ORLA.email, 'Orla', 'Quill'),
  tag: { kind: 'interests', ...ORLA, changes: { set: ['Annual conference'] } },
  phone: { kind: 'update', ...MAUDE, changes: { phone: '+18195550142' }, back: { phone: '' } },
  address: {
    kind: 'update',
    ...MAUDE,
    changes: { email: 'maude.lavoie@lakeside.example.org', consent_confirmed: true },
    back: { email: MAUDE.email, consent_confirmed: true },
  },
  edit: {
    kind: 'update',
    ...MAUDE,
    changes: { title: 'Directrice', city: 'Gatineau', seen: { title: 'Archiviste', city: '' } },
    back: { title: 'Archiviste', city: '' },
  },
  'add:undo': {
    kind: 'update',
    ...ORLA,
    changes: { consent_status: 'Revoked', consent_description: 'Undone.' },
  },
};

const NO_REASON = { requestId: null, envokeErrors: [], errors: [], contact: null } as const;

const REFUSED: OutboxItem['state'] = {
  status: 'failed',
  failure: {
    ...NO_REASON,
    slug: 'contact-rejected',
    envokeErrors: ["The field 'website' is not valid"],
  },
};

const SOMEBODY: Contact = {
  ...NO_PERSON,
  id: MAUDE.contactId,
  email: MAUDE.email,
  created_at: '',
  consent: { status: 'Express', description: '', effective_date: '', ends_on: null, mailable: 'yes' },
  interests: [],
  custom_fields: {},
};

/** Somebody else has changed the contact since. */
const CHANGED: OutboxItem['state'] = {
  status: 'needs-decision',
  failure: { ...NO_REASON, slug: 'contact-changed', contact: { ...SOMEBODY, title: 'Registraire' } },
};

const STATES: Readonly<Record<string, OutboxItem['state']>> = { refused: REFUSED, edit: CHANGED };

async function putOutbox(page: Page): Promise<void> {
  const { value } = (await getItem(page, 'local', 'accounts')) as { value: { currentId: string } };
  const nowMs = Date.now();
  for (const [position, [id, operation]] of Object.entries(WRITES).entries()) {
    const item: OutboxItem = {
      ...{ id, position, operation, accountId: value.currentId, batchId: null },
      ...{
        createdAtMs: nowMs,
        idempotencyKey: `pictured-${id}`,
        attempts: 1,
        notBeforeMs: 0,
        lastFailure: null,
      },
      state: STATES[id] ?? { status: 'done', contactId: '9000001', atMs: nowMs },
    };
    await putItem(page, 'local', `outbox:item:${id}`, item);
  }
}

async function forgetOutbox(page: Page): Promise<void> {
  for (const id of Object.keys(WRITES)) await dropItem(page, 'local', `outbox:item:${id}`);
}

async function showOutbox(stage: Stage): Promise<Page> {
  const page = await openPopup(stage);
  await putOutbox(page);
  await page.locator('.popup-foot .tone-warn').click();
  await page.locator('.lines-long li').first().waitFor();
  return page;
}

export const OUTBOX_SCENES: readonly Scene[] = [
  {
    name: 'outbox-finished',
    show: async (stage) => {
      const page = await showOutbox(stage);
      await page.locator('details > summary').click();
      return page;
    },
    after: forgetOutbox,
  },
  {
    name: 'outbox-edit',
    show: async (stage) => {
      const page = await showOutbox(stage);
      await page.locator('[data-return="edit refused"]').click();
      await page.locator('form .notice').waitFor();
      return page;
    },
    after: forgetOutbox,
  },
  {
    name: 'outbox-delete',
    show: async (stage) => {
      const page = await showOutbox(stage);
      await page.locator('.lines-long').first().locator('.button-link').last().click();
      await page.locator('[data-question]').waitFor();
      return page;
    },
    after: forgetOutbox,
  },
];
