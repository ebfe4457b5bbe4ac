/** An email address that breaks only before the sign; a part that is too long for a line of its own breaks where it must. */
import { Marked } from './highlight.tsx';
import { matchRanges, type Range } from './match-ranges.ts';

/** This many characters fit in the narrowest row; a longer unbroken part would be cut off. */
const KEPT_TOGETHER_CHARS = 24;

interface EmailProps {
  address: string;
  /** Its words are marked. */
  search?: string;
}

/** When copied, the text is exactly the address: `wbr` adds no text. */
export function Email({ address, search = '' }: EmailProps) {
  const ranges = matchRanges(address, search);
  const sign = Math.max(0, address.lastIndexOf('@'));
  const part = ([from, to]: Range) => (
    <span class={to - from > KEPT_TOGETHER_CHARS ? 'break' : 'email-part'}>
      <Marked text={address} ranges={ranges} part={[from, to]} />
    </span>
  );
  return (
    <>
      {sign === 0 ? null : part([0, sign])}
      <wbr />
      {part([sign, address.length])}
    </>
  );
}
