#!/bin/sh
# The questions of the troubleshooting guide, asked by hand: 14 calls of kubectl, one after the other, as the guide
# writes them (each finds its pod by label first; where the guide takes the pod's default container for the log, the
# right one is named). Two calls ask what the guide asks the osm CLI: which meshes there are, and what they enrolled.
#
#   KUBECONFIG=… bench/guide-questions.sh [NAMESPACE]
set -eu
namespace=${1:-osm-system}

pod_of() {
  kubectl get pods -n "$namespace" -l "app=$1" -o 'jsonpath={.items[0].metadata.name}'
}

for component in osm-controller osm-injector; do
  kubectl get pod -n "$namespace" "$(pod_of "$component")" \
    -o 'jsonpath={range .spec.containers[*]}{.image}{"\n"}{end}'
  kubectl describe pod -n "$namespace" "$(pod_of "$component")"
  kubectl logs -n "$namespace" "$(pod_of "$component")" -c "$component"
done
kubectl get deployments -A -l app=osm-controller
kubectl get namespaces -l openservicemesh.io/monitored-by -L openservicemesh.io/monitored-by
