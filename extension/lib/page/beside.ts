/** Whether this page is a side panel, as its address says. */
export const isBeside = () => globalThis.location?.search.startsWith('?beside=') === true;
