/// What deployments ask for on disk: Compose files and Kubernetes manifests.
@NullMarked
package org.cairn.collectors.orchestration;

import org.jspecify.annotations.NullMarked;
