/** The files that operators begin with: each says what the broker really has. */
import { globSync, readFileSync } from 'node:fs';
import * as apps from 'kubernetes-models/apps/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import * as core from 'kubernetes-models/v1';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments, parse as parseYaml } from 'yaml';
import { SECRET_SETTINGS, SettingsSchema } from '../../broker/config/setting-schema.ts';
import { loadConfig } from '../../broker/config.ts';
import { createMetrics } from '../../broker/metrics/metrics.ts';
import { MEMORY_ENV } from '../../scripts/broker/build-broker.ts';

const SETTINGS = new Set([
  ...Object.keys(SettingsSchema.properties),
  ...SECRET_SETTINGS.map((name) => `${name}_FILE`),
  'NODE_ENV',
]);

const read = (path: string) => readFileSync(path, 'utf8');

/** Names of all figures, with those of their parts. */
async function figures(): Promise<Set<string>> {
  const metrics = createMetrics();
  metrics.watchSessions(async () => 1);
  metrics.watchClock(() => ({ store: 0, brokers: 0 }));
  const names = [...(await metrics.exposition()).matchAll(/^# TYPE (\S+) (\S+)/gm)];
  return new Set([
    'up',
    ...names.flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  ]);
}

/** The figures that a PromQL expression asks for. */
function asked(expression: string): string[] {
  const bare = expression.replace(/\{[^}]*\}|\[[^\]]*\]|\b(?:by|without)\s*\([^)]*\)/g, ' ');
  const FUNCTIONS = /^(?:abs|sum|max|min|rate|increase|histogram_quantile|max_over_time|and|or|unless)$/;
  return [...bare.matchAll(/\b[a-z_][a-z0-9_]*\b/gi)]
    .map(([name]) => name)
    .filter((name) => !FUNCTIONS.test(name));
}

interface Manifest {
  kind: string;
  metadata: { name: string };
}
const documents = globSync('deploy/kubernetes/*.yaml').flatMap((path) =>
  parseAllDocuments(read(path)).map((document) => ({ path, manifest: document.toJS() as Manifest })),
);

describe('the Kubernetes manifests', () => {
  const KINDS: Record<string, new (data: never) => { validate(): void }> = {
    Deployment: apps.Deployment,
    Service: core.Service,
    ConfigMap: core.ConfigMap,
    PodDisruptionBudget: policy.PodDisruptionBudget,
    NetworkPolicy: networking.NetworkPolicy,
  };

  it.each(documents)('$path is valid for Kubernetes', ({ manifest }) => {
    const Kind = KINDS[manifest.kind];
    if (Kind === undefined) throw new Error(`no schema for ${manifest.kind}`);
    expect(() => new Kind(manifest as never).validate()).not.toThrow();
    expect(() => new Kind({ ...manifest, spec: 1, data: 1 } as never).validate()).toThrow();
  });

  const of = <Found>(kind: string) =>
    documents.find(({ manifest }) => manifest.kind === kind)?.manifest as Found;
  const deployment = of<{
    spec: core.IPodTemplate & { replicas: number; template: { spec: core.IPodSpec } };
  }>('Deployment');
  const [container] = deployment.spec.template.spec.containers;

  it('run two unprivileged brokers, with real probe paths and time to finish', () => {
    expect(deployment.spec.replicas).toBe(2);
    expect(container?.securityContext).toMatchObject({
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
    });
    expect(container?.livenessProbe?.httpGet?.path).toBe('/livez');
    expect(container?.readinessProbe?.httpGet?.path).toBe('/readyz');
    expect(deployment.spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(20);
  });

  it('use only settings of the broker, and give secrets as files', () => {
    const { data } = of<{ data: Record<string, string> }>('ConfigMap');
    const names = [...Object.keys(data), ...(container?.env ?? []).map(({ name }) => name)];
    expect(names.filter((name) => !SETTINGS.has(name))).toEqual([]);
    expect(() => loadConfig({ ...data, ENVOKE_CLIENT_ID: 'x', ENVOKE_CLIENT_SECRET: 'y' })).not.toThrow();
    expect(names.filter((name) => SECRET_SETTINGS.some((secret) => secret === name))).toEqual([]);
  });
});

describe('the systemd units', () => {
  const units = globSync('deploy/systemd/*.service').map((path) => ({ path, text: read(path) }));

  it.each(units)('$path uses only settings of the broker, and drops privileges', ({ text }) => {
    const names = [...text.matchAll(/^Environment=([A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect(names.filter((name) => !SETTINGS.has(name) && !(name in MEMORY_ENV))).toEqual([]);
    for (const line of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'UMask=0077'])
      expect(text).toContain(line);
    expect(text).not.toMatch(/^MemoryDenyWriteExecute=yes/m);
  });

  it.each(units)('$path makes every folder that it writes to, for the broker alone', ({ text }) => {
    const valuesOf = (name: string) =>
      [...text.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);
    expect(valuesOf('StateDirectory')).toHaveLength(1);
    expect(valuesOf('StateDirectoryMode')).toEqual(['0700']);
    const made = valuesOf('ExecStartPre').filter((command) =>
      command.startsWith('+/usr/bin/install -d -o contacts-for-envoke -g contacts-for-envoke -m 700 '),
    );
    // systemd starts no unit whose ReadWritePaths are not there.
    expect(made.map((command) => command.split(' ').at(-1))).toEqual(valuesOf('ReadWritePaths'));
  });
});

describe('the alerts', () => {
  const { groups } = parseYaml(read('deploy/prometheus/alerts.yaml')) as {
    groups: { rules: { alert: string; expr: string; labels: object; annotations: object }[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);

  it.each(rules)(
    '$alert uses metrics that the broker has, and says what to do',
    async ({ expr, ...rule }) => {
      const known = await figures();
      expect(asked(expr).length).toBeGreaterThan(0);
      expect(asked(expr).filter((name) => !known.has(name))).toEqual([]);
      expect(rule.annotations).toEqual({ summary: expect.any(String), description: expect.any(String) });
      expect(rule.labels).toEqual({ severity: expect.stringMatching(/^(critical|warning)$/) });
    },
  );

  it('fail this check with an unknown metric', async () => {
    expect(asked('rate(broker_answers_total{status="5.."}[5m])').every((name) => !name.startsWith('5'))).toBe(
      true,
    );
    expect((await figures()).has('broker_answers_total')).toBe(false);
  });
});

it('the dashboard shows figures that the broker has', async () => {
  const known = await figures();
  const { panels } = JSON.parse(read('deploy/grafana/dashboard.json')) as {
    panels: { targets: { expr: string }[] }[];
  };
  const expressions = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  expect(expressions.length).toBeGreaterThan(10);
  expect(expressions.flatMap(asked).filter((name) => !known.has(name))).toEqual([]);
});
