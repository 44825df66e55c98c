/// The page that says what an auditor would send back.
@NullMarked
package org.cairn.app.ui.objections;

import org.jspecify.annotations.NullMarked;
