package org.cairn.frameworks;

import java.util.List;

/// What is said about one control, in one language.
/// @param title    the control itself
/// @param intent   what it is for
/// @param question what to ask whoever runs it
/// @param verify   how to look for oneself, one to six steps
/// @param evidence one to six examples of what would show it
/// @param owner    the role that usually answers for it
public record ControlWords(
        String title, String intent, String question, List<String> verify, List<String> evidence, String owner) {
    public ControlWords {
        verify = Texts.oneToSix("verify", verify);
        evidence = Texts.oneToSix("evidence", evidence);
    }
}
