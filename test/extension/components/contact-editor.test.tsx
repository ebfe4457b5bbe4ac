// @vitest-environment happy-dom
/** Editing a contact: what is wrong stands under its field, and is read aloud with it. */
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { ContactEditor } from '../../../extension/components/contact/contact-editor.tsx';
import { type Drawn, draw } from './draw.tsx';
import { person } from './people.ts';

const onSave = vi.fn();

async function edit(): Promise<Drawn> {
  onSave.mockClear();
  return draw(
    <ContactEditor
      contact={person()}
      typed={{}}
      onType={() => undefined}
      onSave={onSave}
      onCancel={() => undefined}
    />,
  );
}

const email = (drawn: Drawn) => drawn.find<HTMLInputElement>('input[inputmode=email]');
const save = (drawn: Drawn) =>
  act(() => void drawn.find('form').dispatchEvent(new Event('submit', { cancelable: true })));
const noteOf = (field: HTMLElement) =>
  document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;

it('says under the address what is wrong with it, ties that to the field, and saves nothing', async () => {
  const drawn = await edit();
  await drawn.type(email(drawn), 'kateri.rankin.example.ca');
  expect(email(drawn).getAttribute('aria-invalid')).toBeNull();
  await save(drawn);
  expect(email(drawn).getAttribute('aria-invalid')).toBe('true');
  expect(noteOf(email(drawn))).toBe('An email address has an @, such as name@example.ca.');
  expect(email(drawn).parentElement?.contains(document.getElementById(`${email(drawn).id}-note`))).toBe(true);
  expect(document.activeElement).toBe(email(drawn));
  expect(onSave).not.toHaveBeenCalled();
});

it('goes to a field that is too long as well as to an address', async () => {
  const drawn = await edit();
  const [, firstName] = drawn.root.querySelectorAll('input');
  if (firstName === undefined) throw new Error('no field for the first name');
  await drawn.type(firstName, 'x'.repeat(5_000));
  email(drawn).focus();
  await save(drawn);
  expect(document.activeElement).toBe(firstName);
  expect(onSave).not.toHaveBeenCalled();
});

it('goes to the first fault where a field and a choice are at fault', async () => {
  const drawn = await edit();
  const [, firstName] = drawn.root.querySelectorAll('input');
  if (firstName === undefined) throw new Error('no field for the first name');
  await drawn.type(email(drawn), 'kateri@new.example.ca');
  await drawn.type(firstName, 'x'.repeat(5_000));
  await save(drawn);
  expect(document.activeElement).toBe(firstName);
  await drawn.type(firstName, 'Kateri');
  await save(drawn);
  expect(document.activeElement).toBe(drawn.find('[aria-invalid=true] input'));
  await act(() => drawn.find('input[type=radio]').click());
  expect(drawn.root.querySelector('[aria-invalid]')).toBeNull();
});

it('saves once the address is right', async () => {
  const drawn = await edit();
  await drawn.type(email(drawn), 'kateri@');
  await save(drawn);
  await drawn.type(email(drawn), 'kateri@new.example.ca');
  expect(email(drawn).getAttribute('aria-invalid')).toBeNull();
  await act(() => drawn.find('input[type=radio]').click());
  await save(drawn);
  expect(onSave).toHaveBeenCalledOnce();
});

it('ties to the choice of whose address it is that somebody has to choose', async () => {
  const drawn = await edit();
  await drawn.type(email(drawn), 'kateri@new.example.ca');
  await save(drawn);
  expect(noteOf(drawn.find('[role=radiogroup][aria-invalid=true]'))).toMatch(/^Say whose address/);
  expect(document.activeElement).toBe(drawn.find('input[type=radio]'));
  expect(onSave).not.toHaveBeenCalled();
});
