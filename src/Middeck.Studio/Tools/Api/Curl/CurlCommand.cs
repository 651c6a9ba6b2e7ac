using Middeck.Studio.Tools.Providers;

namespace Middeck.Studio.Tools.Api.Curl;

/// <summary>A curl command line, read as far as it tells what is sent.</summary>
internal sealed class CurlCommand
{
    // Options that are followed by a value and say nothing about the request.
    private static readonly HashSet<string> Passed =
    [
        "-o", "--output", "-x", "--proxy", "-m", "--max-time", "--connect-timeout", "-w", "--write-out", "--cacert", "--cert", "-E",
        "--key", "--resolve", "--retry", "--retry-delay", "-c", "--cookie-jar", "--max-redirs", "-T", "--upload-file", "--limit-rate",
        "-D", "--dump-header", "--interface", "--dns-servers", "-K", "--config", "--ciphers", "-r", "--range", "-U", "--proxy-user",
    ];

    // Short options that are followed by a value; it may stand right behind the letter.
    private const string ShortWithValue = "XHdFubAeoxmwEcTDKrU";

    private string? _method;
    private bool _isGet;
    private bool _isHead;

    public string Url { get; private set; } = "";

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>What <c>-d</c> and its like say, in their order.</summary>
    public List<string> Data { get; } = [];

    /// <summary>What <c>-F</c> says: name, value, whether the value is a file.</summary>
    public List<(string Name, string Value, bool IsFile)> Form { get; } = [];

    /// <summary><c>name:password</c>; null for none.</summary>
    public string? User { get; private set; }

    /// <summary>Whether the data goes into the address.</summary>
    public bool IsGet => _isGet;

    public string Method => _method ?? (_isHead ? "HEAD" : !_isGet && (Data.Count > 0 || Form.Count > 0) ? "POST" : "GET");

    /// <exception cref="Core.Errors.FaultException"><c>tools.invalid_description</c>.</exception>
    public static CurlCommand Read(string line)
    {
        var words = new Queue<string>(Spread(ShellWords.Of(line)));
        var command = new CurlCommand();
        // "$ curl …", "sudo curl …", "curl.exe …"
        while (words.TryDequeue(out var first) && !first.EndsWith("curl", StringComparison.Ordinal) && !first.EndsWith("curl.exe", StringComparison.Ordinal))
        {
            if (words.Count == 0)
            {
                throw ToolProviderFaults.InvalidSource("This is no curl command: it does not begin with 'curl'.");
            }
        }

        while (words.TryDequeue(out var word))
        {
            command.Take(word, words);
        }

        return command.Url.Length > 0 ? command : throw ToolProviderFaults.InvalidSource("The curl command has no address.");
    }

    // "-XPOST" and "--request=POST" become two words, "-sSL" three.
    private static IEnumerable<string> Spread(IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                yield return word[..equals];
                yield return word[(equals + 1)..];
            }
            else if (word is ['-', not '-', _, ..])
            {
                for (var at = 1; at < word.Length; at++)
                {
                    yield return $"-{word[at]}";
                    if (ShortWithValue.Contains(word[at], StringComparison.Ordinal) && at + 1 < word.Length)
                    {
                        yield return word[(at + 1)..];
                        break;
                    }
                }
            }
            else
            {
                yield return word;
            }
        }
    }

    private void Take(string word, Queue<string> rest)
    {
        switch (word)
        {
            case "-X" or "--request":
                _method = Value().ToUpperInvariant();
                break;
            case "-H" or "--header":
                AddHeader(Value());
                break;
            case "-d" or "--data" or "--data-ascii" or "--data-raw" or "--data-binary":
                Data.Add(Value());
                break;
            case "--data-urlencode":
                Data.Add(Encoded(Value()));
                break;
            case "--json":
                Data.Add(Value());
                AddHeader("Content-Type: application/json");
                break;
            case "-F" or "--form" or "--form-string":
                AddForm(Value(), word != "--form-string");
                break;
            case "-u" or "--user":
                User = Value();
                break;
            case "-b" or "--cookie":
                AddHeader($"Cookie: {Value()}");
                break;
            case "-A" or "--user-agent":
                AddHeader($"User-Agent: {Value()}");
                break;
            case "-e" or "--referer":
                AddHeader($"Referer: {Value()}");
                break;
            case "--oauth2-bearer":
                AddHeader($"Authorization: Bearer {Value()}");
                break;
            case "-G" or "--get":
                _isGet = true;
                break;
            case "-I" or "--head":
                _isHead = true;
                break;
            case "--url":
                Url = Value();
                break;
            case var passed when Passed.Contains(passed):
                Value();
                break;
            case ['-', ..]:
                break;
            default:
                Url = Url.Length == 0 ? word : Url;
                break;
        }

        string Value() => rest.TryDequeue(out var value)
            ? value
            : throw ToolProviderFaults.InvalidSource($"The curl command ends after '{word}', which needs a value.");
    }

    private void AddHeader(string header)
    {
        var parts = header.Split(':', 2);
        if (parts.Length == 2 && parts[0].Trim().Length > 0 && parts[1].Trim().Length > 0)
        {
            Headers.Add(new(parts[0].Trim(), parts[1].Trim()));
        }
    }

    private void AddForm(string field, bool knowsFiles)
    {
        var parts = field.Split('=', 2);
        var value = parts.Length > 1 ? parts[1] : "";
        Form.Add((parts[0], value, knowsFiles && value is ['@' or '<', ..]));
    }

    // "name=some text"
    private static string Encoded(string given)
    {
        var parts = given.Split('=', 2);
        return parts.Length == 1 ? Uri.EscapeDataString(given)
            : parts[0].Length == 0 ? Uri.EscapeDataString(parts[1])
            : $"{parts[0]}={Uri.EscapeDataString(parts[1])}";
    }
}
