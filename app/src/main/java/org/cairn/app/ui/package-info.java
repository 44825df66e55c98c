/// The window: opens it, dresses it, and puts its screens together.
@NullMarked
package org.cairn.app.ui;

import org.jspecify.annotations.NullMarked;
