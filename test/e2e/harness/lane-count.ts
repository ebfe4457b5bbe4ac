/** How many scenarios run side by side: one more than two cores, since each waits for its browser most of the time. */
export const LANES = 3;
