package org.cairn.collectors.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Inference servers by the program or Python module that starts them, with where each listens if nothing says so, and
/// how it is told to ask for a key.
enum ServerKind {
    /// vLLM, `vllm/entrypoints/openai/cli_args.py`: `--host` has no default, and the server then binds every address.
    VLLM("vllm", "vllm(\\.entrypoints\\..*)?", "serve|.*api_server", "0.0.0.0", "--api-key", "VLLM_API_KEY"),
    /// Ollama, `envconfig/config.go`: `OLLAMA_HOST` is 127.0.0.1:11434; there is no authentication.
    OLLAMA("ollama", "ollama", "serve", "127.0.0.1", "", ""),
    /// LiteLLM, `proxy/proxy_cli.py`: `--host` is 0.0.0.0.
    LITELLM("litellm", "litellm(\\..*)?", "", "0.0.0.0", "", "LITELLM_MASTER_KEY"),
    /// Text Generation Inference, `launcher/src/main.rs`: `--hostname` is 0.0.0.0.
    TGI("text-generation-inference", "text-generation-(launcher|router)", "", "0.0.0.0", "--api-key", "API_KEY"),
    /// llama.cpp, `tools/server/README.md`: `--host` is 127.0.0.1.
    LLAMA_CPP("llama.cpp", "llama-server", "", "127.0.0.1", "--api-key --api-key-file", "LLAMA_API_KEY"),
    /// SGLang, `srt/server_args.py`: `--host` is 127.0.0.1.
    SGLANG("sglang", "sglang(\\.launch_server)?", "", "127.0.0.1", "--api-key", ""),
    /// Triton, `docs/customization_guide/deploy.md`: the HTTP end point binds every address and asks for no key.
    TRITON("triton", "tritonserver", "", "0.0.0.0", "", "");

    private final String text;
    private final Pattern name;
    private final Pattern verb;
    private final String defaultAddress;
    /// Separated by spaces.
    private final String keyOptions;

    private final String keyVariable;

    ServerKind(String text, String name, String verb, String defaultAddress, String keyOptions, String keyVariable) {
        this.text = text;
        this.name = Pattern.compile(name);
        this.verb = Pattern.compile(verb);
        this.defaultAddress = defaultAddress;
        this.keyOptions = keyOptions;
        this.keyVariable = keyVariable;
    }

    String text() {
        return text;
    }

    String defaultAddress() {
        return defaultAddress;
    }

    List<String> keyOptions() {
        return keyOptions.isEmpty() ? List.of() : List.of(keyOptions.split(" "));
    }

    /// Empty where no variable sets a key.
    Optional<String> keyVariable() {
        return keyVariable.isEmpty() ? Optional.empty() : Optional.of(keyVariable);
    }

    /// The kind that these arguments start: by the program itself, by a script or by a module that an interpreter runs.
    static Optional<ServerKind> of(List<String> arguments) {
        List<String> words = arguments.stream().filter(a -> !a.isEmpty()).toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        int at = 0;
        if (last(words.getFirst()).matches("python[0-9.]*|uv|env")) {
            at = 1;
            while (at < words.size() && words.get(at).matches("-m|-[A-Za-z]|run|[A-Z_]+=.*")) {
                at++;
            }
        }
        if (at >= words.size()) {
            return Optional.empty();
        }
        String program = last(words.get(at)).replaceFirst("\\.py$", "");
        String next = at + 1 < words.size() ? words.get(at + 1) : "";
        return Arrays.stream(values())
                .filter(kind -> kind.name.matcher(program).matches())
                .filter(kind -> kind.verb.pattern().isEmpty()
                        || kind.verb.matcher(next).matches()
                        || kind.verb.matcher(program).matches())
                .findFirst();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
