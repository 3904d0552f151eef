import type { StepTexts } from '#i18n/types/steps.ts';

/** How the state of a mesh follows from its probes, and what the published guide says of each step (facts §0, §2). */
export const steps = {
  steps: {
    health: {
      tab: 'Health',
      question: 'Which component fails: on which replica, by which probe?',
      guide: {
        title: 'Health probes of the control plane',
        paragraphs: [
          'The components of the control plane tell their state by HTTP probes. Kubernetes calls them, shows the result in the status of the Pod and acts on it.',
          'The controller has two endpoints on port 9091. /health/alive answers 200 when the process is up. /health/ready answers 200 when it can serve proxies; on 503 or no answer, proxies cannot connect.',
          'The injector has the endpoint /healthz. It answers 200 when the injector can put sidecars into new Pods, and not at all otherwise.',
          'When liveness fails, Kubernetes writes an event and restarts the container. When readiness fails, it writes an event, and the Pod gets no traffic through its Services. "kubectl describe pod" shows both, "kubectl get pod" the READY column.',
          'By hand: forward port 9091 of the Pod, then call /health/alive with curl in a second terminal. A healthy controller answers 200 with "Service is alive".',
        ],
        stale: [
          'The guide gives port 9090 for the injector. That is HTTPS in 1.1; from 1.2 on its probe is HTTP on 9091, and says nothing about the webhook on 9090.',
          'The images in the guide are those of OSM 0.8. Those of osm-edge are named like flomesh/osm-edge-controller:1.3.9, without a leading v in the tag.',
          'READY 0/1 is out of date: a healthy controller of osm-edge shows 2/2 (repo and controller), and 1/2 means that only one of them is Ready.',
          'A controller that is still starting refuses the connection. A 503 of 1.2 and later practically only comes from the SMI API check.',
          'The commands take the first Pod (.items[0]). That fails with no Pod and hides other replicas: look at every replica, and without Pods at the events of the ReplicaSet.',
          'The guide leaves out osm-bootstrap, for which both others wait in an init container. At Init:0/1, look at it first.',
        ],
      },
    },
    'stray-sidecar': {
      tab: 'Sidecar',
      question: 'Does a control-plane Pod run a stray Pipy sidecar?',
      guide: {
        title: 'Step 1: no Pipy sidecar in a control-plane Pod',
        paragraphs: [
          'Make sure that the unhealthy Pod of the controller or injector runs no Pipy sidecar. List the images of its containers.',
          'A Pod that runs one was injected by mistake, by an instance of the mesh. List the meshes of the cluster, and the namespaces that are enrolled in each of them.',
          'A control-plane namespace must not stand in that list with SIDECAR-INJECTION enabled. If it does, remove it from the mesh that injects: "osm namespace remove" with the name of that mesh.',
        ],
        stale: [
          'A Pipy image alone proves nothing: every default controller Pod has the container osm-pipy-repo. Container name, label, volume, arguments and probe ports decide.',
          '"osm mesh list" prints two tables since 1.1, and has no column CONTROLLER PODS.',
          '"osm namespace list --mesh-name osm" can never show rows of osm2: the flag filters. List without it and compare.',
          'The namespace osm-system2 in the remove command is a slip for osm-system-2. It does no harm: the namespace commands do not read --osm-namespace.',
          'SIDECAR-INJECTION is the raw annotation: also yes or true, in any case; "-" when it is absent, "disabled (ignored)" with the ignore label.',
          'An injector never injects into its own namespace, so only another mesh can have done it.',
          'Removing the namespace is not the end: running Pods keep the sidecar until they are re-created. Restart the workloads.',
        ],
      },
    },
    'pod-events': {
      tab: 'Events',
      question: 'Were there errors while Pods were scheduled or started?',
      guide: {
        title: 'Step 2: errors while a Pod is scheduled or started',
        paragraphs: [
          'Look for recent errors of the unhealthy Pod with "kubectl describe pod", for the controller and for the injector.',
          'Mend the errors, then check the health of the mesh again.',
        ],
        stale: [
          'With no Pod there is nothing to describe: a rejected Pod leaves its event (FailedCreate) on the ReplicaSet. And .items[0] shows one replica only.',
          'By default events live 1 h, so none is no proof. State and last state of the containers, and the conditions of the Pod, last longer.',
        ],
      },
    },
    'error-logs': {
      tab: 'Logs',
      question: 'Did the processes log errors since they started?',
      guide: {
        title: 'Step 3: errors while a Pod runs',
        paragraphs: [
          'Read the logs of controller and injector for errors since the start of the container. Look for the string "level":"error".',
          'Mend the errors, then check the health of the mesh again.',
        ],
        stale: [
          '"kubectl logs" without -c takes the first container of the controller Pod, which is osm-pipy-repo. Name the container osm-controller or osm-injector.',
          'The deadly lines have "level":"fatal". Missing CRDs and RBAC show as klog lines without JSON, failing probes as "level":"warn", and some error lines at the start are harmless.',
        ],
      },
    },
    verdict: {
      tab: 'Verdict',
      question: 'What is the root cause, and what mends it?',
      guide: {
        title: 'From the findings to the root cause',
        paragraphs: [
          'The guide ends each step with the same words: mend the errors, then check the health again. If a probe keeps failing, go on with the next step.',
          'The order follows from what depends on what: the bootstrap, then a wait in an init container, an injected sidecar, image and scheduling, the last words of a process that ended, CRDs and RBAC, certificates, and the reason of a 503.',
          'What comes first explains what comes after it. Mend the first cause, then read again.',
        ],
        stale: [
          'The guide does not tell a 503 from a refused connection. A 503 points to the SMI API and its CRDs; refused points to the start of the process, fatal lines in the log, or a sidecar.',
        ],
      },
    },
  },
  probes: {
    'controller-alive': {
      ok: '200 "Service is alive": the controller process is up, and its SMI API check passes.',
      failing:
        '503: the process is up, but one of its own checks fails. From osm-edge 1.2 on this is practically always the SMI API check, unless the body names another one.',
      silent:
        'Refused or no answer: the process is still starting, has crashed, or a stray sidecar is in the way.',
      breaks: 'After 3 failures, 10 s apart, the kubelet restarts the container.',
    },
    'controller-ready': {
      ok: '200 "Service is ready": the controller process is up, its SMI API check passes, and it can serve sidecars.',
      failing:
        '503: the process is up, but one of its own checks fails. From osm-edge 1.2 on this is practically always the SMI API check, which makes liveness fail too.',
      silent:
        'Refused or no answer: the process is still starting, has crashed, or a stray sidecar is in the way.',
      breaks:
        'The Pod leaves the endpoints of its Services and gets no traffic. Without another Ready replica, sidecars get no new configuration and the validating webhook cannot be reached.',
    },
    injector: {
      ok: '200 "Health OK": the injector process is up. From osm-edge 1.2 on this says nothing about its webhook on port 9090.',
      failing:
        'This endpoint itself only answers 200. A 404 means the wrong port or scheme: HTTPS 9090 in 1.1, HTTP 9091 from 1.2 on.',
      silent:
        'Refused or no answer: the process is still starting, has crashed, or a stray sidecar is in the way.',
      breaks:
        'Without a Ready injector, new Pods in enrolled namespaces are not created (failurePolicy Fail). After 3 liveness failures, 10 s apart, the kubelet restarts it.',
    },
    bootstrap: {
      ok: '200 "Health OK": the bootstrap is up; it has applied the CRDs and seen to the MeshConfig.',
      failing:
        'This endpoint itself only answers 200. A 404 means the wrong port: 9095 in 1.1, 9091 from 1.2 on.',
      silent: 'Refused or no answer: the bootstrap is still at work on CRDs and MeshConfig, or has crashed.',
      breaks:
        'The init containers of controller and injector wait for it, about 4 to 6 minutes, then fail and start over. Running controllers and injectors go on.',
    },
    'repo-server': {
      ok: 'An answer of the Pipy repo in the controller Pod: its container is up.',
      failing: 'The Pipy repo answers, but not with success.',
      silent:
        'Refused or no answer: the repo container is starting, has ended, or another process took its port.',
      breaks:
        'The controller cannot hand out configuration. The Pod is not Ready; after 3 liveness failures, 10 s apart, the kubelet restarts the repo.',
    },
    'rewritten-by-injection': {
      ok: '200: the injected sidecar passed the call on, and the container behind it answered.',
      failing: 'The injected sidecar answers, but the call does not succeed behind it.',
      silent: 'The injected sidecar answers only after its own mesh has configured it.',
      breaks:
        'The kubelet acts on this answer, not on that of port 9091: a call by hand there can pass while the kubelet restarts the container or takes the Pod out of its Services.',
    },
    other: {
      ok: 'A status from 200 to 399 counts as success.',
      failing: 'Any status outside 200 to 399 counts as a failure.',
      silent: 'Refused or no answer: nothing listens there, or it does not answer in time.',
      breaks:
        'Liveness: the kubelet restarts the container. Readiness: the Pod gets no traffic through its Services.',
    },
  },
  mendThenCheck: 'Mend it, then check again (r).',
} satisfies StepTexts;
