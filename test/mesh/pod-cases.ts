/**
 * What `kubectl get pods` prints for a Pod: READY, STATUS and RESTARTS, two spaces between them, then the source and the
 * case; under it the Pod, in the words of `podOf`. The source is pkg/printers/internalversion of Kubernetes: a test of
 * printers_test.go and the name of its Pod, or the branch of `printPod` in printers.go.
 */
import { podOf, type RawPod } from './pod-notation.ts';

export const now = '2026-11-23T09:00:00Z';

export interface PodCase {
  /** The source, and what the case is. */
  readonly title: string;
  readonly ready: string;
  readonly status: string;
  /** With the time since the last one, e.g. `3 (10s ago)`. */
  readonly restarts: string;
  readonly pod: RawPod;
}

const table = `
# Containers
1/2  Running  6                     TestPrintPod test1: a container without a state says nothing
    phase=Running; a: running ready restarts=3; b: - restarts=3
1/2  CrashLoopBackOff  6            TestPrintPod test2: a container that waits says why
    phase=Running; a: running ready restarts=3; b: waiting=CrashLoopBackOff restarts=3
0/2  ImagePullBackOff  6            TestPrintPod test3: of two reasons the one of the first container is shown
    phase=Running; a: waiting=ImagePullBackOff restarts=3; b: exit=1/Error restarts=3
1/2  Running  6                     TestPrintPod test4: a ready container that does not run is not counted
    phase=Running; a: running ready restarts=3; b: - ready restarts=3
1/2  podReason  6                   TestPrintPod test5: the reason of the Pod replaces its phase
    phase=Running; reason=podReason; a: running ready restarts=3; b: - ready restarts=3
1/2  NotReady  6                    TestPrintPod test6, first: one container completed, one runs, the Pod is not Ready
    phase=Running; reason=; a: exit=0/Completed ready restarts=3; b: running ready restarts=3
1/2  Running  6                     TestPrintPod test6, second: one container completed, one runs, the Pod is Ready
    phase=Running; Ready=True; a: exit=0/Completed ready restarts=3; b: running ready restarts=3
1/2  ContainerWaitingReason  6      TestPrintPodwide test2: a container that waits, beside one that is ready
    phase=Running; a: running ready restarts=3; b: waiting=ContainerWaitingReason restarts=3
0/1  ContainerCreating  0           printPod, Waiting.Reason: a container is created
    phase=Pending; a: waiting=ContainerCreating
0/1  PodInitializing  0             printPod, Waiting.Reason: init containers are all done
    phase=Pending; init-1: exit=0/Completed; a: waiting=PodInitializing
0/1  Pending  0                     printPod, Waiting.Reason: a container waits without a reason
    phase=Pending; a: waiting
0/1  OOMKilled  0                   printPod, Terminated.Reason: a container was killed for its memory
    phase=Running; a: exit=137/OOMKilled
0/1  ExitCode:2  0                  printPod, Terminated.ExitCode: a container ended without a reason
    phase=Running; a: exit=2
0/1  Signal:9  0                    printPod, Terminated.Signal: a container was ended by a signal
    phase=Running; a: exit=137/ signal=9
# Init containers
0/1  Init:0/1  3 (10s ago)          TestPrintPod test7: an init container runs again
    phase=Pending; init-1: running restarts=3@10s; a: waiting
0/1  Init:0/2  3 (10s ago)          TestPrintPod test8: the first of two runs again
    phase=Pending; init-1: running restarts=3@10s; init-2: waiting; a: waiting
0/1  Init:1/2  3 (10s ago)          TestPrintPod test9: the first of two is done
    phase=Pending; init-1: exit=0; init-2: running restarts=3@10s; a: waiting
0/1  Init:1/2  5 (10s ago)          TestPrintPod test10: restarts of those that are done count while another runs
    phase=Pending; init-1: exit=0 restarts=2@120s; init-2: running restarts=3@10s; a: waiting
0/1  Running  4 (20s ago)           TestPrintPod test11: their restarts do not count once all are done
    phase=Running; init-1: exit=0 restarts=2@120s; a: running restarts=4@20s
0/1  Init:0/2  1 (60s ago)          printPod, break: restarts behind the one that the Pod waits for do not count
    phase=Pending; init-1: running restarts=1@60s; init-2: waiting restarts=4@5s; a
0/1  Init:CrashLoopBackOff  0       printPod, Waiting.Reason: an init container crashes
    phase=Pending; init-1: waiting=CrashLoopBackOff; a
0/1  Init:1/2  0                    printPod, Waiting.Reason: an init container waits for its turn
    phase=Pending; init-1: exit=0; init-2: waiting=PodInitializing; a
0/1  Init:Error  0                  printPod, Terminated.Reason: an init container failed
    phase=Pending; init-1: exit=6/Error; a
0/1  Init:ExitCode:6  0             printPod, Terminated.ExitCode: an init container failed without a reason
    phase=Pending; init-1: exit=6; a
0/1  Init:Signal:9  0               printPod, Terminated.Signal: an init container was ended by a signal
    phase=Pending; init-1: exit=137 signal=9; a
0/1  Pending  0                     printPod, ExitCode == 0: an init container that ended with 0 is done, whatever its signal
    phase=Pending; init-1: exit=0 signal=9; a
1/2  CrashLoopBackOff  5 (30s ago)  printPod, isPodInitializedConditionTrue: an initialized Pod shows its containers when an init container runs again
    phase=Running; Initialized=True; init-1: running restarts=2@5s; a: waiting=CrashLoopBackOff restarts=5@30s; b: running ready
1/1  Init:0/1  0                    printPod, isPodInitializedConditionTrue: the init container that runs again is shown when no container has a reason
    phase=Running; Initialized=True; init-1: running restarts=2@5s; a: running ready
# Restarts
1/1  Running  3 (5d ago)            TestPrintPod test12: a container restarted five days ago
    phase=Running; a: running ready restarts=3@5d
2/2  Running  3 (10d ago)           TestPrintPod test13: one of two containers restarted
    phase=Running; a: running ready; b: running ready restarts=3@10d
2/2  Running  9 (5d ago)            TestPrintPod test14: the time is that of the latest restart
    phase=Running; a: running ready restarts=6@5d; b: running ready restarts=3@20d
0/1  Error  0                       printPod, restarts != 0: a run that ended is no restart yet
    phase=Running; a: exit=1/Error restarts=0@10s
# Phases, deletion, scheduling
0/2  SchedulingGated  0             TestPrintPod test15: scheduling gates are closed
    phase=Pending; PodScheduled=False/SchedulingGated; a; b
0/1  Pending  0                     printPod, PodScheduled: another condition with that reason is no gate
    phase=Pending; Ready=False/SchedulingGated; a
0/1  Completed  0                   TestPrintPod test16: Succeeded
    phase=Succeeded; a: exit=0/Completed
0/1  Error  0                       TestPrintPod test17: Failed
    phase=Failed; a: exit=1/Error
0/1  Completed  0                   TestPrintPod test18: Succeeded and deleted
    phase=Succeeded; deleted; a: exit=0/Completed
0/1  Terminating  0                 TestPrintPod test19: Running and deleted
    phase=Running; deleted; a: running
0/1  Terminating  0                 TestPrintPod test20: Pending and deleted
    phase=Pending; deleted; a
0/1  Evicted  0                     printPod, IsPodPhaseTerminal: Failed and deleted
    phase=Failed; reason=Evicted; deleted; a
0/2  Evicted  0                     printPod, Status.Reason: evicted
    phase=Failed; reason=Evicted; a; b
1/1  Unknown  0                     printPod, NodeUnreachablePodReason: deleted, and its node is lost
    phase=Running; reason=NodeLost; deleted; a: running ready
1/1  NodeLost  0                    printPod, NodeUnreachablePodReason: its node is lost
    phase=Running; reason=NodeLost; a: running ready
1/2  Running  6                     TestPrintNonTerminatedPod, TestPrintPodConditions: Running, and no container has a reason
    phase=Running; a: running ready restarts=3; b: - restarts=3
1/2  Pending  6                     TestPrintNonTerminatedPod, TestPrintPodConditions: Pending, and no container has a reason
    phase=Pending; a: running ready restarts=3; b: - restarts=3
1/2  Unknown  6                     TestPrintNonTerminatedPod, TestPrintPodConditions: Unknown, and no container has a reason
    phase=Unknown; a: running ready restarts=3; b: - restarts=3
1/2  Succeeded  6                   TestPrintNonTerminatedPod, TestPrintPodConditions: Succeeded, and no container has a reason
    phase=Succeeded; a: running ready restarts=3; b: - restarts=3
1/2  Failed  6                      TestPrintNonTerminatedPod, TestPrintPodConditions: Failed, and no container has a reason
    phase=Failed; a: running ready restarts=3; b: - restarts=3
# Native sidecars
0/3  Init:0/2  3 (10s ago)          TestPrintPodWithRestartableInitContainer test1, first: the first of two runs and has not started
    phase=Pending; Initialized=False; side-1: running restarts=3@10s; side-2: waiting; a: waiting
0/3  Init:1/2  3 (10s ago)          TestPrintPodWithRestartableInitContainer test1, second: the first has started, the second runs and has not
    phase=Pending; Initialized=False; side-1: running started restarts=3@10s; side-2: running; a: waiting
1/3  Running  7 (10s ago)           TestPrintPodWithRestartableInitContainer test2: their restarts count with those of the containers
    phase=Running; Initialized=True; side-1: running started restarts=3@10s; side-2: running started; a: running ready restarts=4@20s
0/3  Completed  7 (10s ago)         TestPrintPodWithRestartableInitContainer test3: killed at the end, they do not hide that the Pod completed
    phase=Succeeded; Initialized=True; side-1: exit=137/Error restarts=3@10s; side-2: exit=137/Error; a: exit=0/Completed restarts=4@20s
0/2  Init:0/2  0                    TestPrintPodWithRestartableInitContainer test4: statuses that the spec does not have
    phase=Running; ?init-x: -; init-1: -; side-1: -; ?x: -; a: -
3/3  Running  0                     printPod, container.Ready: ready, they count as containers
    phase=Running; Initialized=True; side-1: running started ready; side-2: running started ready; a: running ready
1/2  Init:1/2  0                    printPod, container.Ready: ready, one counts while an init container behind it runs
    phase=Pending; side-1: running started ready; init-1: running started; a
1/2  Running  0                     printPod, ExitCode == 0: one that ended with 0 is done, and not ready
    phase=Running; side-1: exit=0/Completed started ready; a: running ready
0/1  Init:0/1  0                    printPod, isRestartableInitContainer: an init container that has started is none
    phase=Pending; init-1: running started ready; a
0/2  Pending  0                     printPod, totalContainers: one counts by the spec, before it has a status
    phase=Pending; side-1; a
`;

const rows = table.matchAll(/^(\S+) {2}(\S+) {2}(.+?) {2,}(.+)\n {4}(.+)$/gm);

export const podCases: readonly PodCase[] = [...rows].map(
  ([, ready = '', status = '', restarts = '', title = '', parts = '']) => ({
    title,
    ready,
    status,
    restarts,
    pod: podOf(parts.split('; '), now),
  }),
);
