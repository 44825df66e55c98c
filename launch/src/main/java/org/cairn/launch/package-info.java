/// What runs before anything else in the jars that are handed to strangers. Not marked for nullness: the annotation
/// needs a newer Java than this is compiled for.
package org.cairn.launch;
