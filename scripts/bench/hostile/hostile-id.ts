/** The contact with this id is answered with the first of the bodies that must be refused, the next id with the second. */
export const HOSTILE_ID = 900_000;
