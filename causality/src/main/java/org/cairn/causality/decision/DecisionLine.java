package org.cairn.causality.decision;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.causality.Endpoint;
import org.cairn.causality.ingest.AddressText;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;

/// Understands one line. Tolerant in names and forms, strict in what it takes: a value that is there and cannot be what
/// its name says refuses the whole line, so that no decision is shown with half of what its log states.
final class DecisionLine {
    private static final BigDecimal LATEST = new BigDecimal("253402300799"); // 9999-12-31T23:59:59Z

    private final JsonObject line;
    private final Optional<ZoneId> zone;

    private DecisionLine(JsonObject line, Optional<ZoneId> zone) {
        this.line = line;
        this.zone = zone;
    }

    /// @param zone of times that name none; empty: such times are refused
    static Decision read(Bytes bytes, long number, long offset, Optional<ZoneId> zone) throws MalformedJson {
        return new DecisionLine(Json.parseObject(bytes), zone).decision(Digest.sha256(bytes), number, offset);
    }

    private Decision decision(Digest record, long number, long offset) throws MalformedJson {
        Optional<Instant> at = time(DecisionFields.AT);
        if (at.isEmpty()) {
            throw new MalformedJson("it has no time");
        }
        Optional<String> id = DecisionFields.ID.text(line);
        Optional<String> model = DecisionFields.MODEL.text(line);
        if (id.isEmpty() && model.isEmpty()) {
            throw new MalformedJson("it names neither a model nor an id, so it is no decision");
        }
        return new Decision(
                number,
                offset,
                record,
                id,
                at.get(),
                time(DecisionFields.UNTIL),
                model,
                DecisionFields.HOST.text(line),
                count(DecisionFields.PID),
                endpoint(DecisionFields.CLIENT, DecisionFields.CLIENT_PORT),
                server(),
                prompt(),
                context(),
                DecisionFields.POLICY.text(line),
                DecisionFields.APPROVER.text(line),
                new Decision.Tokens(
                        count(DecisionFields.PROMPT_TOKENS),
                        count(DecisionFields.COMPLETION_TOKENS),
                        count(DecisionFields.TOTAL_TOKENS)),
                cost());
    }

    /// ISO 8601, or seconds since 1970 as a number.
    private Optional<Instant> time(DecisionFields field) throws MalformedJson {
        Optional<Json> value = field.in(line);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (value.get()) {
                        case JsonNumber(String literal) -> seconds(new BigDecimal(literal));
                        case JsonText(String text) -> time(text);
                        case Json other -> throw new MalformedJson("its time is " + kind(other));
                    });
        } catch (DateTimeException | ArithmeticException | NumberFormatException _) {
            throw new MalformedJson("its time is of no form that is read");
        }
    }

    private static String kind(Json value) {
        return "a " + value.getClass().getSimpleName().replace("Json", "").toLowerCase(Locale.ROOT);
    }

    private static Instant seconds(BigDecimal seconds) throws MalformedJson {
        if (seconds.signum() < 0 || seconds.compareTo(LATEST) > 0) {
            throw new MalformedJson("its time is a number, and not of seconds since 1970");
        }
        long whole = seconds.longValue();
        return Instant.ofEpochSecond(
                whole,
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }

    private Instant time(String text) throws MalformedJson {
        String iso = text.replace(' ', 'T');
        if (iso.endsWith("Z") || iso.matches(".*T.*[+-]\\d\\d:?\\d\\d")) {
            return OffsetDateTime.parse(iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                    .toInstant();
        }
        LocalDateTime local = LocalDateTime.parse(iso);
        return local.atZone(zone.orElseThrow(() -> new MalformedJson("its time names no zone; say which with --zone")))
                .toInstant();
    }

    private Optional<Long> count(DecisionFields field) throws MalformedJson {
        Optional<String> text = field.text(line);
        if (text.isPresent() && !text.get().matches("\\d{1,18}")) {
            throw new MalformedJson("'" + field.name().toLowerCase(Locale.ROOT) + "' is no count");
        }
        return text.map(Long::parseLong);
    }

    private Optional<BigDecimal> cost() throws MalformedJson {
        Optional<String> text = DecisionFields.COST.text(line);
        if (text.isPresent() && !text.get().matches("\\d{1,12}(\\.\\d{1,24})?([eE][+-]?\\d{1,2})?")) {
            throw new MalformedJson("its cost is no amount");
        }
        return text.map(BigDecimal::new);
    }

    /// `ADDRESS:PORT`, or address and port apart. A client without a port says too little to find its connection.
    private Optional<Endpoint.Inet> endpoint(DecisionFields address, DecisionFields port) {
        return address.text(line)
                .flatMap(text -> AddressText.endpoint(text)
                        .or(() -> port.text(line)
                                .filter(number -> number.matches("\\d{1,5}"))
                                .flatMap(number -> AddressText.endpoint(text, Integer.parseInt(number)))));
    }

    /// A server that is known by a name only cannot be found in a record, which holds addresses.
    private Optional<Endpoint.Inet> server() {
        Optional<Endpoint.Inet> plain = endpoint(DecisionFields.SERVER, DecisionFields.SERVER_PORT);
        return plain.isPresent()
                ? plain
                : DecisionFields.SERVER
                        .text(line)
                        .filter(text -> text.contains("://"))
                        .flatMap(DecisionLine::ofUrl);
    }

    private static Optional<Endpoint.Inet> ofUrl(String text) {
        try {
            URI url = new URI(text);
            String host = Optional.ofNullable(url.getHost()).orElse("").replaceAll("[\\[\\]]", "");
            int usual = "https".equals(url.getScheme()) ? 443 : 80; // RFC 9110 sections 4.2.1 and 4.2.2
            return AddressText.endpoint(host, url.getPort() < 0 ? usual : url.getPort());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private Optional<Decision.Prompt> prompt() throws MalformedJson {
        Optional<String> stated = DecisionFields.PROMPT_DIGEST.text(line);
        if (stated.isPresent()) {
            return Optional.of(new Decision.Prompt(digest(stated.get(), "the prompt's digest"), false));
        }
        return DecisionFields.PROMPT_TEXT
                .in(line)
                .map(value -> value instanceof JsonText(String text) ? Bytes.utf8(text) : Json.write(value))
                .map(bytes -> new Decision.Prompt(Digest.sha256(bytes), true));
    }

    private static Digest digest(String text, String what) throws MalformedJson {
        String hex = text.toLowerCase(Locale.ROOT).replaceFirst("^sha-?256[:=]", "");
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new MalformedJson(what + " is no SHA-256 in hexadecimal");
        }
        return Digest.parseHex(hex);
    }

    /// Texts are paths; objects have `path`, `file` or `source`, and perhaps `sha256`, `hash` or `digest`. Other
    /// documents are texts without a place, of which nothing is kept.
    private List<Decision.Context> context() throws MalformedJson {
        List<Decision.Context> all = new ArrayList<>();
        if (DecisionFields.CONTEXT.in(line).orElse(new JsonArray(List.of()))
                instanceof JsonArray(List<Json> documents)) {
            for (Json document : documents) {
                Optional<String> path = document instanceof JsonText(String text)
                        ? Optional.of(text)
                        : first(document, "path", "file", "source");
                Optional<String> stated = first(document, "sha256", "hash", "digest");
                Optional<Digest> digest = stated.isPresent()
                        ? Optional.of(digest(stated.get(), "the digest of a retrieved document"))
                        : Optional.empty();
                path.filter(text -> text.matches("/[^\\x00]+"))
                        .ifPresent(text -> all.add(new Decision.Context(text, digest)));
            }
        }
        return all;
    }

    private static Optional<String> first(Json in, String... names) {
        if (in instanceof JsonObject object) {
            for (String name : names) {
                if (object.member(name).orElse(Json.text("")) instanceof JsonText(String text) && !text.isEmpty()) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }
}
