import type { StepTexts } from '#i18n/types/steps.ts';

/** How the state of a mesh follows from its probes, and what the published guide says of each step (facts §0, §2). */
export const steps = {
  steps: {
    health: {
      tab: 'Health',
      question: 'Which component, replica and probe is failing?',
      guide: {
        title: 'Health probes of the control plane',
        paragraphs: [
          'The components of the control plane report their health through HTTP probes. Kubernetes calls the probes, shows the result in the status of the Pod and acts on it.',
          'The controller has two endpoints on port 9091. /health/alive returns 200 when the process is running. /health/ready returns 200 when it can serve proxies; if it returns 503 or does not answer, proxies cannot connect.',
          'The injector has the endpoint /healthz. It returns 200 when the injector can inject sidecars into new Pods; otherwise it does not answer.',
          'When liveness fails, Kubernetes records an event and restarts the container. When readiness fails, it records an event, and the Pod receives no traffic through its Services. "kubectl describe pod" shows the events, and "kubectl get pod" shows the READY column.',
          'To check manually, forward port 9091 of the Pod, then call /health/alive with curl in a second terminal. A healthy controller returns 200 and "Service is alive".',
        ],
        stale: [
          'The guide gives port 9090 for the injector. That is the HTTPS port of 1.1. Since 1.2, the probe uses HTTP on port 9091 and does not cover the webhook on port 9090.',
          'The images in the guide are those of OSM 0.8. Images of osm-edge have names like flomesh/osm-edge-controller:1.3.9, without a leading v in the tag.',
          'READY 0/1 is out of date: a healthy osm-edge controller shows 2/2 (repo and controller), and 1/2 means that only one of them is Ready.',
          'While a controller is starting, connections to it are refused. In 1.2 and later, a 503 almost always comes from the SMI API check.',
          'The commands use only the first Pod (.items[0]). They fail when there is no Pod, and they hide other replicas. Check every replica; when there is no Pod, check the events of the ReplicaSet.',
          'The guide does not cover osm-bootstrap. The other two components wait for it in an init container, so check it first when a Pod shows Init:0/1.',
        ],
      },
    },
    'stray-sidecar': {
      tab: 'Sidecar',
      question: 'Does a control-plane Pod run a stray Pipy sidecar?',
      guide: {
        title: 'Step 1: no Pipy sidecar in a control-plane Pod',
        paragraphs: [
          'Make sure that the unhealthy Pod of the controller or injector does not run a Pipy sidecar. List the images of its containers.',
          'If the Pod runs one, a mesh injected it by mistake. List the meshes of the cluster, and the namespaces that are enrolled in each of them.',
          'A control-plane namespace must not be in that list with SIDECAR-INJECTION enabled. If it is, remove it from the mesh that injects: run "osm namespace remove" with the name of that mesh.',
        ],
        stale: [
          'A Pipy image alone proves nothing: every default controller Pod has the container osm-pipy-repo. Check the container name, label, volume, arguments and probe ports.',
          'Since 1.1, "osm mesh list" prints two tables and has no column CONTROLLER PODS.',
          '"osm namespace list --mesh-name osm" never shows rows of osm2, because the flag is a filter. List without it and compare.',
          'The namespace osm-system2 in the remove command is a typing error for osm-system-2. It has no effect: the namespace commands do not read --osm-namespace.',
          'SIDECAR-INJECTION shows the raw annotation: it can also be yes or true, in uppercase or lowercase; "-" means that it is not set, and "disabled (ignored)" means that the ignore label is set.',
          'An injector never injects into its own namespace, so the sidecar always comes from another mesh.',
          'Removing the namespace from the mesh is not enough: running Pods keep the sidecar until they are re-created. Restart the workloads.',
        ],
      },
    },
    'pod-events': {
      tab: 'Events',
      question: 'Were there errors in scheduling or starting Pods?',
      guide: {
        title: 'Step 2: errors while a Pod is scheduled or started',
        paragraphs: [
          'Run "kubectl describe pod" for the unhealthy Pods of the controller and the injector, and look for recent errors.',
          'Fix the errors, then check the health of the mesh again.',
        ],
        stale: [
          'When there is no Pod, there is nothing to describe: for a rejected Pod, the event (FailedCreate) is on the ReplicaSet. Also, .items[0] shows only one replica.',
          'By default, events are kept for 1 h, so the absence of events proves nothing. The state and last state of the containers and the conditions of the Pod are kept longer.',
        ],
      },
    },
    'error-logs': {
      tab: 'Logs',
      question: 'Have the processes logged errors since they started?',
      guide: {
        title: 'Step 3: errors while a Pod runs',
        paragraphs: [
          'Check the logs of the controller and the injector for errors since the container started. Look for the string "level":"error".',
          'Fix the errors, then check the health of the mesh again.',
        ],
        stale: [
          'Without -c, "kubectl logs" reads the first container of the controller Pod, which is osm-pipy-repo. Specify the container osm-controller or osm-injector.',
          'The lines that end the process have "level":"fatal". Missing CRDs and RBAC problems appear as klog lines without JSON, and failing probes as "level":"warn". Some error lines at the start are harmless.',
        ],
      },
    },
    verdict: {
      tab: 'Verdict',
      question: 'What is the root cause, and what fixes it?',
      guide: {
        title: 'From the findings to the root cause',
        paragraphs: [
          'Each step of the guide ends in the same way: fix the errors, then check the health again. If a probe keeps failing, continue with the next step.',
          'The order follows the dependencies: the bootstrap, a wait in an init container, an injected sidecar, image and scheduling, the last log lines of a process that exited, CRDs and RBAC, certificates, and the reason for a 503.',
          'A problem early in this order explains the problems after it. Fix the first cause, then refresh.',
        ],
        stale: [
          'The guide does not distinguish a 503 from a refused connection. A 503 points to the SMI API and its CRDs. A refused connection points to the start of the process, fatal lines in the log, or a sidecar.',
        ],
      },
    },
  },
  probes: {
    'controller-alive': {
      ok: '200 "Service is alive": the controller process is running, and its SMI API check passes.',
      failing:
        '503: the process is running, but one of its own checks fails. Since osm-edge 1.2, this is almost always the SMI API check, unless the response body names another check.',
      silent:
        'Connection refused or no answer: the process is still starting or has crashed, or a stray sidecar is in the way.',
      breaks: 'After 3 failures, 10 s apart, the kubelet restarts the container.',
    },
    'controller-ready': {
      ok: '200 "Service is ready": the controller process is running, its SMI API check passes, and it can serve sidecars.',
      failing:
        '503: the process is running, but one of its own checks fails. Since osm-edge 1.2, this is almost always the SMI API check, which also makes liveness fail.',
      silent:
        'Connection refused or no answer: the process is still starting or has crashed, or a stray sidecar is in the way.',
      breaks:
        'The Pod is removed from the endpoints of its Services and receives no traffic. Without another Ready replica, sidecars receive no new configuration, and the validating webhook cannot be reached.',
    },
    injector: {
      ok: '200 "Health OK": the injector process is running. Since osm-edge 1.2, this does not cover its webhook on port 9090.',
      failing:
        'This endpoint itself only returns 200. A 404 means the wrong port or scheme: it is HTTPS on port 9090 in 1.1, and HTTP on port 9091 since 1.2.',
      silent:
        'Connection refused or no answer: the process is still starting or has crashed, or a stray sidecar is in the way.',
      breaks:
        'Without a Ready injector, new Pods in enrolled namespaces cannot be created (failurePolicy Fail). After 3 liveness failures, 10 s apart, the kubelet restarts it.',
    },
    bootstrap: {
      ok: '200 "Health OK": the bootstrap is running; it has applied the CRDs and made sure that the MeshConfig exists.',
      failing:
        'This endpoint itself only returns 200. A 404 means the wrong port: it is 9095 in 1.1, and 9091 since 1.2.',
      silent:
        'Connection refused or no answer: the bootstrap is still processing the CRDs and the MeshConfig, or has crashed.',
      breaks:
        'The init containers of the controller and the injector wait for it for about 4 to 6 minutes, then fail and start over. Running controllers and injectors keep working.',
    },
    'repo-server': {
      ok: 'The Pipy repo in the controller Pod answers: its container is running.',
      failing: 'The Pipy repo answers, but does not report success.',
      silent:
        'Connection refused or no answer: the repo container is starting or has terminated, or another process uses its port.',
      breaks:
        'The controller cannot distribute configuration. The Pod is not Ready; after 3 liveness failures, 10 s apart, the kubelet restarts the repo.',
    },
    'rewritten-by-injection': {
      ok: '200: the injected sidecar forwarded the call, and the container behind it answered.',
      failing: 'The injected sidecar answers, but the call to the container behind it does not succeed.',
      silent: 'The injected sidecar answers only after its own mesh has configured it.',
      breaks:
        'The kubelet acts on this answer, not on that of port 9091: a manual call to port 9091 can succeed while the kubelet restarts the container or the Pod is removed from its Services.',
    },
    other: {
      ok: 'A status from 200 to 399 is a success.',
      failing: 'Any status outside 200 to 399 is a failure.',
      silent:
        'Connection refused or no answer: nothing listens on the port, or the process does not answer in time.',
      breaks:
        'Liveness: the kubelet restarts the container. Readiness: the Pod receives no traffic through its Services.',
    },
  },
  mendThenCheck: 'Fix it, then check again (r).',
} satisfies StepTexts;
