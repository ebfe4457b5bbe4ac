// @vitest-environment happy-dom
/** Escape at an open question. */
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AskFirst } from '../../../extension/components/ask-first.tsx';
import { UnsubscribeForm } from '../../../extension/components/contact/unsubscribe-form.tsx';
import { LiveRegions } from '../../../extension/components/notice.tsx';
import { draw } from './draw.tsx';

/** What a view does at Escape, unless somebody was before it. */
const left = vi.fn();
const onKey = (event: KeyboardEvent) => event.defaultPrevented || left();

beforeEach(() => {
  left.mockClear();
  addEventListener('keydown', onKey);
});
afterEach(() => removeEventListener('keydown', onKey));

const pressEscape = () =>
  act(() => {
    const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(key);
  });

const ask = (name: string, onConfirmed = () => undefined) => (
  <AskFirst label={`${name}…`} question={`Really ${name}?`} confirm={name} onConfirmed={onConfirmed} />
);

it('cancels the question, gives its button the focus, and leaves the view only the next time', async () => {
  const drawn = await draw(ask('End'));
  await drawn.click(drawn.button('End…'));
  await pressEscape();
  expect(drawn.text()).not.toContain('Really End?');
  expect(document.activeElement).toBe(drawn.button('End…'));
  expect(left).not.toHaveBeenCalled();
  await pressEscape();
  expect(left).toHaveBeenCalledOnce();
});

it('cancels one of two open questions: that which has the focus', async () => {
  const drawn = await draw(
    <>
      {ask('First')}
      {ask('Second')}
    </>,
  );
  await drawn.click(drawn.button('First…'));
  await drawn.click(drawn.button('Second…'));
  await pressEscape();
  expect(drawn.text()).toContain('Really First?');
  expect(drawn.text()).not.toContain('Really Second?');
});

const question = { tone: 'bad', text: 'Sign out?', isQuestion: true } as const;

it('cancels a question in a message, wherever the focus is', async () => {
  const cancel = vi.fn();
  const drawn = await draw(
    <>
      <input />
      <LiveRegions announcement={question} onClose={cancel} />
    </>,
  );
  drawn.find('input').focus();
  await pressEscape();
  expect(cancel).toHaveBeenCalledOnce();
  expect(left).not.toHaveBeenCalled();
});

it('cancels the question in a message that has come while another one was open', async () => {
  const cancel = vi.fn();
  let say: () => void = () => undefined;
  function Page() {
    const [said, setSaid] = useState<typeof question | null>(null);
    say = () => setSaid(question);
    return (
      <>
        {ask('End')}
        <LiveRegions announcement={said} onClose={cancel} />
      </>
    );
  }
  const drawn = await draw(<Page />);
  await drawn.click(drawn.button('End…'));
  await act(say);
  await pressEscape();
  expect(cancel).toHaveBeenCalledOnce();
  expect(drawn.text()).toContain('Really End?');
});

it('closes the form that unsubscribes, and keeps the reason', async () => {
  const drawn = await draw(
    <UnsubscribeForm busy={false} kept="" onType={() => undefined} onUnsubscribe={() => undefined} />,
  );
  const details = drawn.find<HTMLDetailsElement>('details');
  await act(() => {
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
  });
  const reason = drawn.find<HTMLTextAreaElement>('textarea');
  await drawn.type(reason, 'Asked by phone');
  reason.focus();
  await pressEscape();
  expect(details.open).toBe(false);
  expect(reason.value).toBe('Asked by phone');
  expect(left).not.toHaveBeenCalled();
});

it('closes a question that was answered with yes', async () => {
  const onConfirmed = vi.fn();
  const drawn = await draw(ask('End', onConfirmed));
  await drawn.click(drawn.button('End…'));
  await drawn.click(drawn.button('End'));
  expect(onConfirmed).toHaveBeenCalledOnce();
  expect(drawn.text()).not.toContain('Really End?');
});
