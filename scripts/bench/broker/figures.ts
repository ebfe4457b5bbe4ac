/** What one measurement of the broker says. */
export interface Figures {
  store: string;
  sessions: number;
  toProxy: number;
  cpuMicroseconds: number;
  proxyCpuMicroseconds: number;
  startCpuMs: number;
  startMemoryMb: number;
  loadedMemoryMb: number;
}
