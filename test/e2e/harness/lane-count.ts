/** How many scenarios run side by side: as many as two cores carry without waiting for one another. */
export const LANES = 3;
