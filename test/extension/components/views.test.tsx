// @vitest-environment happy-dom
/** The way through the popup's views, and back. */
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../../extension/entrypoints/popup/context/popup-context.ts';
import { newForm } from '../../../extension/entrypoints/popup/form/add-form.ts';
import { useViews, type Views } from '../../../extension/entrypoints/popup/shell/use-views.ts';
import { draw } from './draw.tsx';
import { FORM_DEFAULTS } from './form-defaults.ts';
import { person } from './people.ts';

const review = (...emails: string[]): View => ({
  name: 'bulk',
  forms: emails.map((email) => newForm({ fields: { email } }, FORM_DEFAULTS)),
});

describe('the views of the popup', () => {
  let views: Views;
  beforeEach(async () => {
    function Way() {
      views = useViews([{ name: 'find' }]);
      return null;
    }
    await draw(<Way />);
  });
  const go = (...steps: (() => void)[]) =>
    act(() => {
      for (const step of steps) step();
    });
  const open = (view: View) => () => views.open(view);

  it.each<[string, () => View]>([
    ['a review', () => review('a@x.example', 'b@x.example')],
    ['a form', () => ({ name: 'add', form: newForm({ fields: {} }, FORM_DEFAULTS) })],
    ['a contact', () => ({ name: 'contact', contact: person() })],
    ['the account', () => ({ name: 'account' })],
  ])('are opened once by a double click: %s', async (_, made) => {
    await go(open(made()));
    const first = views.viewId;
    await go(open(made()));
    expect(views.viewId).toBe(first);
    await go(() => views.back());
    expect(views.view.name).toBe('find');
  });

  it('are opened once where both clicks are answered at the same time', async () => {
    await go(open(review('a@x.example', 'b@x.example')), open(review('a@x.example', 'b@x.example')));
    await go(() => views.back());
    expect(views.view.name).toBe('find');
  });

  it('are opened one on the other where they differ, also when both are of one kind', async () => {
    await go(open(review('a@x.example')), open(review('b@x.example')));
    await go(() => views.back());
    expect(views.view).toEqual(review('a@x.example'));
  });

  it('are opened anew after going back or home', async () => {
    await go(open({ name: 'outbox' }));
    const first = views.viewId;
    await go(() => views.back(), open({ name: 'outbox' }));
    expect([views.view.name, views.viewId === first]).toEqual(['outbox', false]);
    await go(() => views.home(), open({ name: 'outbox' }));
    expect(views.view.name).toBe('outbox');
  });
});
