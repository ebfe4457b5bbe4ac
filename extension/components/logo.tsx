/** The mark of the extension; decoration beside its name. */
export function Logo() {
  return <img class="logo" src="/icons/mark.svg" alt="" width="56" height="56" />;
}
