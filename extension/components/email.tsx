/** An e-mail address that breaks only where a reader would: after the sign and before a dot. */
import { Fragment } from 'preact';

/** Copied, it is the address and nothing else: `wbr` has no text. */
export function Email({ address }: { address: string }) {
  const parts = address.split(/(?<=@)|(?=\.)/);
  return (
    <>
      {parts.map((part, at) => (
        <Fragment key={at}>
          {at === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
