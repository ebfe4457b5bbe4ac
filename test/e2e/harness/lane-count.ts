/** How many scenarios run side by side: one more than two cores, since each waits for its browser most of the time. */
export const LANES = 3;

/** The project whose scenarios run in Firefox; those of `e2e` run in Chromium. */
export const FIREFOX_PROJECT = 'e2e-firefox';
