/** A style sheet as text, with all that it imports. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
