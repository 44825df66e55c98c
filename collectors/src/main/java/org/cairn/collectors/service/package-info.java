/// Services of systemd as their unit files describe them.
@NullMarked
package org.cairn.collectors.service;

import org.jspecify.annotations.NullMarked;
