/** What the edit of a waiting add becomes when the add has left meanwhile. */
import { describe, expect, it } from 'vitest';
import { fromDraft } from '../../../extension/entrypoints/popup/form/add-form.ts';
import { changesSince, editedAdd } from '../../../extension/entrypoints/popup/form/edited-add.ts';
import type { AddForm } from '../../../extension/entrypoints/popup/form/form-fields.ts';
import type { OutboxItem } from '../../../extension/lib/outbox/outbox-item.ts';
import type { ContactDraft } from '../../../shared/schemas/contact.ts';
import { anItem, REFUSED } from '../outbox/items.ts';
import { person } from './people.ts';

const DRAFT: ContactDraft = {
  email: 'una@lake.example.ca',
  first_name: 'Una',
  company: 'Lake',
  consent_status: 'Implied - Inquiry',
  consent_description: 'Sent us an inquiry.',
  basis: 'inquired',
  happened_on: '2026-11-20',
  interests: ['Board', 'Media'],
};
const SENT = { kind: 'sent', itemId: 'i', contactId: '42', draft: DRAFT } as const;
const about = { contactId: '42', email: DRAFT.email };
const form = (changes: Partial<AddForm> = {}): AddForm => ({ ...fromDraft(DRAFT), ...changes });
const fields = (changes: Partial<AddForm['fields']>) => ({ fields: { ...form().fields, ...changes } });

describe('an add that is edited', () => {
  const edited = (state: Partial<OutboxItem>) =>
    editedAdd('i', {
      items: [anItem({ id: 'i', operation: { kind: 'create', draft: DRAFT }, ...state })],
      batches: [],
    });

  it.each<[string, Partial<OutboxItem>]>([
    ['waits', {}],
    ['is being sent', { state: { status: 'sending' } }],
    ['was refused', { state: { status: 'failed', failure: REFUSED } }],
    ['was stopped', { state: { status: 'stopped' } }],
  ])('is replaced while it %s', (_, state) => {
    expect(edited(state)).toEqual({ kind: 'waits', itemId: 'i' });
  });

  it('is a contact once it has arrived', () => {
    expect(edited({ state: { status: 'done', contactId: '42', atMs: 0 } })).toEqual(SENT);
  });

  it('is nothing that is edited once it is gone, or being taken back', () => {
    const undone = { undoneBecause: 'A slip.', state: { status: 'done', contactId: '42', atMs: 0 } } as const;
    expect(edited(undone)).toEqual({ kind: 'none' });
    expect(editedAdd('other', { items: [], batches: [] })).toEqual({ kind: 'none' });
    expect(editedAdd(null, { items: [], batches: [] })).toEqual({ kind: 'none' });
  });

  it('is not given up before the outbox is read', () => {
    expect(editedAdd('i', null)).toEqual({ kind: 'waits', itemId: 'i' });
  });
});

describe('the change of a contact that an edited add becomes', () => {
  const changes = (changed: Partial<AddForm>) => changesSince(form(changed), SENT, null);

  it('is nothing where nothing differs from what was sent', () => {
    expect(changes({})).toEqual([]);
  });

  it('has what was typed, emptied, tagged and untagged, over what was sent, and leaves the consent alone', () => {
    expect(changes({ ...fields({ company: '', city: 'Hull' }), interests: ['Media', 'Press'] })).toEqual([
      {
        kind: 'update',
        ...about,
        changes: { company: '', city: 'Hull', seen: { company: 'Lake', city: '' } },
        back: undefined,
      },
      { kind: 'interests', ...about, changes: { set: ['Press'], unset: ['Board'] } },
    ]);
  });

  it('has the consent that was chosen anew, over the one that was sent and no other', () => {
    const decided = { status: 'Express', basis: 'asked', description: 'Asked at the counter.' } as const;
    expect(changes(decided)).toMatchObject([
      {
        changes: {
          consent_status: 'Express',
          consent_description: 'Asked at the counter.',
          consent_confirmed: true,
          basis: 'asked',
          seen: { consent_status: 'Implied - Inquiry', consent_description: 'Sent us an inquiry.' },
        },
      },
    ]);
  });

  it('states the consent for the address in the form, where that is another one', () => {
    expect(changes(fields({ email: 'una@river.example.ca' }))).toMatchObject([
      { email: DRAFT.email, changes: { email: 'una@river.example.ca', consent_status: 'Implied - Inquiry' } },
    ]);
  });

  it('can be undone where it is known what Envoke has', () => {
    const contact = person({ id: '42', email: DRAFT.email, company: 'Lake' });
    const [update] = changesSince(form(fields({ company: 'Lakeside' })), SENT, contact);
    expect(update).toMatchObject({ back: { company: 'Lake', seen: { company: 'Lakeside' } } });
  });
});
