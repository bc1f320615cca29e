import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What each area may import from the project, beside itself; matched by the beginning of the path. `types` may be imported as types
 * only. What is listed nowhere is refused; packages are not looked at.
 */
const RULES: Readonly<
  Record<string, { readonly code: readonly string[]; readonly types?: readonly string[] }>
> = {
  'src/lib/signal': { code: [] },
  'src/lib/plan': { code: ['src/lib/signal'] },
  'src/lib/progress': {
    code: ['src/lib/signal', 'src/lib/plan', 'src/lib/sensors/same-sensor'],
    types: ['src/lib/storage']
  },
  'src/lib/errors': { code: [] },
  'src/lib/answered-within': { code: [] },
  'src/lib/sensors': { code: ['src/lib/signal'] },
  'src/lib/storage': {
    code: [
      'src/lib/signal',
      'src/lib/plan',
      'src/lib/sensors/driver',
      'src/lib/errors',
      'src/lib/answered-within'
    ]
  },
  'src/lib/transport': {
    code: ['src/lib/sensors', 'src/lib/errors', 'src/lib/answered-within'],
    types: ['src/lib/storage']
  },
  'src/lib/session': {
    code: ['src/lib/sensors', 'src/lib/signal', 'src/lib/plan'],
    types: ['src/lib/storage']
  },
  'src/lib/chart': { code: [], types: ['src/lib/session', 'src/lib/signal'] },
  'src/lib/worker': {
    code: [
      'src/lib/session',
      'src/lib/chart',
      'src/lib/progress',
      'src/lib/plan',
      'src/lib/signal',
      'src/lib/storage',
      'src/lib/errors',
      'src/lib/answered-within'
    ],
    types: ['src/lib/sensors']
  },
  'src/lib/state': {
    code: [
      'src/lib/session',
      'src/lib/transport',
      'src/lib/storage',
      'src/lib/signal',
      'src/lib/plan',
      'src/lib/sensors',
      'src/lib/errors',
      'src/lib/answered-within',
      // The language is settled here.
      'src/lib/paraglide'
    ],
    types: ['src/lib/worker', 'src/lib/chart', 'src/lib/demo']
  },
  'src/lib/demo': {
    code: ['firmware-sim', 'src/lib/plan/simulated'],
    types: ['src/lib/state', 'src/lib/worker']
  },
  'src/lib/ui': {
    code: [
      'src/lib/state',
      'src/lib/session',
      'src/lib/chart',
      'src/lib/signal',
      'src/lib/plan',
      'src/lib/progress',
      'src/lib/paraglide',
      'src/lib/errors'
    ],
    types: ['src/lib/demo', 'src/lib/worker', 'src/lib/storage', 'src/lib/sensors']
  },
  'src/lib/styleguide': {
    code: [
      'src/lib/ui',
      'src/lib/session',
      'src/lib/chart',
      'src/lib/state',
      'src/lib/signal',
      'src/lib/plan',
      'src/lib/progress',
      'src/lib/paraglide'
    ]
  },
  'src/lib/files': { code: [] },
  'src/lib/figure': { code: ['src/lib/signal'] },
  'src/cli': { code: ['src/lib/signal', 'src/lib/files', 'src/lib/figure'] },
  'src/routes': { code: ['src/lib', 'firmware-sim'] },
  'firmware-sim': {
    code: [
      'src/lib/sensors/open-profile/profile',
      'src/lib/sensors/kgoal-boost/profile',
      'src/lib/sensors/progressor/profile',
      // `npm run sim` opens a browser.
      'scripts/browser'
    ],
    types: ['src/lib/sensors/driver']
  }
};

interface Import {
  readonly file: string;
  readonly path: string;
  readonly isType: boolean;
}

const sourceFiles = ['src', 'firmware-sim']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
  )
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith('src/lib/paraglide/'));
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const within = (path: string, area: string) =>
  path === area || path.startsWith(`${area}/`) || path.startsWith(`${area}.`);

/** Imports of project files, with paths from the root; also `import()` and `export … from`. */
function importsOf(file: string, text = textOf(file)): Import[] {
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, body]) => body);
  const code = file.endsWith('.svelte') ? scripts.join('\n') : text;
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const path = pathOf(file, specifier.text);
    if (path) found.push({ file, path, isType });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest));
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((e) => e.isTypeOnly)
  );
}

function pathOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  if (specifier.startsWith('$lib/')) return specifier.replace('$lib', 'src/lib');
  return specifier.startsWith('$firmware-sim') ? specifier.slice(1) : null;
}

function isAllowed({ file, path, isType }: Import): boolean {
  const [area, rule] = Object.entries(RULES).find(([each]) => within(file, each)) ?? [];
  if (area === undefined || !rule) return false;
  const allowed = [area, ...rule.code, ...(isType ? (rule.types ?? []) : [])];
  return allowed.some((each) => within(path, each));
}

describe('imports', () => {
  it.each(Object.keys(RULES))('of %s go where the design lets them', (area) => {
    const files = sourceFiles.filter((file) => within(file, area));
    expect(files.length).toBeGreaterThan(0);
    const refused = files.flatMap((file) => importsOf(file).filter((each) => !isAllowed(each)));
    expect(refused).toEqual([]);
  });

  it('are looked at in every source file', () => {
    const outside = sourceFiles.filter((file) => !Object.keys(RULES).some((area) => within(file, area)));
    expect(outside.filter((file) => importsOf(file).length > 0)).toEqual([]);
  });

  it('that are wrong would be found, however they are written', () => {
    const verdicts = (file: string, text: string) => importsOf(file, text).map(isAllowed);
    expect(verdicts('src/lib/signal/a.ts', "import { x } from '../storage/journal';")).toEqual([false]);
    expect(verdicts('src/lib/state/a.ts', "void import('../../routes/a');")).toEqual([false]);
    expect(
      verdicts('src/lib/ui/A.svelte', '<script lang="ts">import a from \'$lib/worker/client\';</script>')
    ).toEqual([false]);
    expect(verdicts('src/lib/ui/a.ts', "import type { A } from '$lib/worker/client';")).toEqual([true]);
    expect(verdicts('src/lib/ui/a.ts', "import { type A, b } from '$lib/worker/client';")).toEqual([false]);
    expect(verdicts('firmware-sim/a.ts', "export * from '../src/lib/sensors/progressor/codec';")).toEqual([
      false
    ]);
    expect(
      verdicts('src/lib/signal/a.ts', "import { x } from '../../../tests/unit/signal/samples';")
    ).toEqual([false]);
    expect(verdicts('src/routes/a.ts', "import { x } from '../../tests/x';")).toEqual([false]);
  });
});

describe('Web Bluetooth', () => {
  it('is called in one file of the app', () => {
    const calling = sourceFiles.filter(
      (file) =>
        file.startsWith('src/') && /\.(requestDevice|startNotifications|writeValue\w*)\(/.test(textOf(file))
    );
    expect(calling).toEqual(['src/lib/transport/gatt.ts']);
  });
});
