/** Initials in a circle; decoration beside the name. */
import { initials } from './person-name.ts';

export function Avatar({ name }: { name: string }) {
  return (
    <span class="avatar" aria-hidden="true">
      {initials(name)}
    </span>
  );
}
