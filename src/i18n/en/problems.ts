import type { ProblemTexts } from '#i18n/types/problems.ts';
import { join, quote } from 'shlex';
import { endQuoted, quoted, sentences } from './words.ts';

function known(names: readonly string[], none: string): readonly string[] {
  return names.length === 0 ? [none] : ['Available:', ...names.map((name) => `  ${name}`)];
}

const suffix = (message: string): string => (message.trim() === '' ? '.' : `: ${endQuoted(message)}`);
const contextArgument = (context: string): string => (context === '' ? '' : ` --context ${quote(context)}`);
const ofContext = (context: string): string => (context === '' ? '' : ` (context "${context}")`);

export const problems = {
  usage: ({ message }) => ({
    what: `The command line is invalid${suffix(message)}`,
    wayOut: ['List all options:', 'osm-edge-doctor --help'],
  }),
  'unknown-context': ({ context, known: names }) => ({
    what: `The kubeconfig has no context "${context}".`,
    wayOut: known(names, 'The kubeconfig has no contexts.'),
  }),
  'unknown-scenario': ({ scenario, known: names }) => ({
    what: `There is no demo scenario "${scenario}".`,
    wayOut: known(names, 'This build has no demo scenarios.'),
  }),
  'unknown-code': ({ code, near }) => ({
    what: `"${code}" is not the code of a finding, a cause or a mesh error.`,
    wayOut: [
      ...(near.length === 0 ? [] : ['Did you mean:', ...near.map((name) => `  ${name}`)]),
      'All findings and causes: docs/findings.md',
    ],
  }),
  'unknown-mesh': ({ mesh, known: names }) => ({
    what: `The cluster has no mesh "${mesh}".`,
    wayOut: known(names, 'No mesh was found in the cluster.'),
  }),
  'snapshot-unreadable': ({ file, message }) => ({
    what: `${file} cannot be read${suffix(message)}`,
    wayOut: ['Check the path and the permissions of the file.'],
  }),
  'snapshot-invalid': ({ file, path, reason }) => ({
    what: `${file} is not a valid snapshot${path === '' ? '' : `, at ${path}`}${suffix(reason)}`,
    wayOut: ['Specify a snapshot that this program saved with `collect`.'],
  }),
  'snapshot-version': ({ file, found, supported }) => ({
    what: `${file} is a snapshot of version "${found}"; this program reads "${supported}".`,
    wayOut: ['Read it with the version of the program that saved it, or read the cluster again.'],
  }),
  unreachable: ({ server, context, code, message }) => ({
    what: sentences(
      `The API server ${server}${ofContext(context)} cannot be reached${code === '' ? '' : ` (${code})`}${suffix(message)}`,
    ),
    wayOut: [
      'Check the network, VPN and proxy, then check whether kubectl gets a response:',
      `kubectl${contextArgument(context)} get --raw /readyz`,
    ],
  }),
  'tls-not-trusted': ({ server, context, code, message }) => ({
    what: `The certificate of the API server ${server}${ofContext(context)} is not trusted${code === '' ? '' : ` (${code})`}${suffix(message)}`,
    wayOut: [
      'Check certificate-authority of this cluster in the kubeconfig, and whether a proxy replaces certificates:',
      `kubectl${contextArgument(context)} get --raw /readyz`,
    ],
  }),
  'not-authenticated': ({ server, context, message }) => ({
    what: `The API server ${server}${ofContext(context)} does not accept the credentials${suffix(message)}`,
    wayOut: [
      'Log in again as your cluster requires; usually, a token or certificate has expired. Then check your user:',
      `kubectl${contextArgument(context)} auth whoami`,
    ],
  }),
  'exec-plugin-failed': ({ context, command, exitCode, stderr, installHint }) => {
    const firstLine = stderr.split(/\r?\n/u).find((line) => line.trim() !== '') ?? '';
    return {
      what: sentences(
        `The credential plugin${ofContext(context)} failed${exitCode === null ? '' : ` with exit code ${exitCode}`}.`,
        firstLine !== '' && `Output: ${endQuoted(firstLine)}`,
      ),
      wayOut: [
        'Run it manually; it may need input or may not be installed:',
        join(command),
        ...(installHint === undefined || installHint.trim() === ''
          ? []
          : [`Hint in the kubeconfig: ${quoted(installHint)}`]),
      ],
    };
  },
  'kubeconfig-missing': ({ files, from }) => ({
    what: `${from} names ${files.length === 1 ? 'a kubeconfig that does not exist' : 'only kubeconfigs that do not exist'}: ${files.join(', ')}.`,
    wayOut: [
      from === 'KUBECONFIG'
        ? 'Correct the environment variable KUBECONFIG, or specify a file:'
        : 'Correct the path:',
      'osm-edge-doctor --kubeconfig FILE',
    ],
  }),
  'kubeconfig-malformed': ({ file, line, reason }) => ({
    what: `${file}${line === undefined ? '' : `, line ${line}`}: the kubeconfig cannot be parsed${suffix(reason)}`,
    wayOut: [
      'Correct the file; kubectl reads the same file:',
      `kubectl --kubeconfig ${quote(file)} config view`,
    ],
  }),
  'context-incomplete': ({ context, file, missing }) => ({
    what: `Context "${context}" in ${file} is incomplete${missing === '' ? '' : `; missing: ${missing}`}.`,
    wayOut: ['Add what is missing, or choose another context:', 'kubectl config get-contexts'],
  }),
  'no-current-context': ({ file, known: names }) => ({
    what: `The kubeconfig ${file} has no current context.`,
    wayOut: [
      ...known(names, 'The kubeconfig has no contexts.'),
      'Specify one:',
      'osm-edge-doctor --context NAME',
    ],
  }),
  'no-configuration': () => ({
    what: 'There is no kubeconfig, and the program is not running in a Pod, so it does not know which cluster to read.',
    wayOut: [
      'Specify a kubeconfig:',
      'osm-edge-doctor --kubeconfig FILE',
      'Or start a demo scenario:',
      'osm-edge-doctor --demo NAME',
      'Or read a saved snapshot or bundle:',
      'osm-edge-doctor --from FILE',
    ],
  }),
  'log-not-read': ({ why, context, namespace, pod, container, previous, message }) => {
    const log = `log of container "${container}" in Pod ${pod}${previous ? ' before its last restart' : ''}`;
    const byHand = [
      'kubectl',
      'logs',
      '-n',
      namespace,
      pod,
      '-c',
      container,
      ...(previous ? ['--previous'] : []),
    ];
    switch (why) {
      case 'absent':
        return {
          what: `There is no ${log}${suffix(message)}`,
          wayOut: ['The container has not started or was not restarted, or its Pod is gone. Try again.'],
        };
      case 'refused':
        return {
          what: `The API server denies reading the ${log}${suffix(message)}`,
          wayOut: [
            `Add a rule to a Role in namespace ${namespace}: apiGroups [""] resources ["pods/log"] verbs ["get"]`,
          ],
        };
      case 'failed':
        return {
          what: `The ${log} could not be read${suffix(message)}`,
          wayOut: [
            'Try again, or check whether kubectl can read it:',
            `${join(byHand)}${contextArgument(context)}`,
          ],
        };
      default:
        return why satisfies never;
    }
  },
  'report-exists': ({ file }) => ({
    what: `${file} already exists and was not overwritten.`,
    wayOut: ['Choose another name, or overwrite it with --force.'],
  }),
  'report-not-written': ({ file, code, message }) => ({
    what: `The report ${file} was not written${code === '' ? '' : ` (${code})`}${suffix(message)}`,
    wayOut: ['Choose another location, or check its free space and permissions.'],
  }),
  internal: ({ message }) => ({
    what: `Internal error${suffix(message)}`,
    wayOut: [
      'Nothing in the cluster was changed. Report the error with the message above and the version:',
      'osm-edge-doctor --version',
    ],
  }),
} satisfies ProblemTexts;
