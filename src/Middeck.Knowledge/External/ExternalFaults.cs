using Middeck.Core.Errors;

namespace Middeck.Knowledge.External;

/// <summary>What can go wrong with somebody else's knowledge.</summary>
internal static class ExternalFaults
{
    public const string KnowledgeMissing = "knowledge.external_knowledge_not_found";

    public static FaultException NoApi() => new(Fault.NotFound(
        "knowledge.external_api_not_found", "The workspace has no such external knowledge API."));

    public static FaultException InvalidEndpoint() => new(Fault.Invalid(
        "knowledge.invalid_endpoint",
        "The endpoint must be an http or https address without a user name, such as https://knowledge.example.com/api.",
        "endpoint"));

    public static FaultException KeyNeeded() => new(Fault.Invalid(
        "knowledge.external_key_needed",
        "The endpoint changes, so the key must be given again: a key is sent only where it was given for.",
        "api_key"));

    public static FaultException InUse() => new(Fault.Conflict(
        "knowledge.external_api_in_use", "Knowledge bases get their passages from this API. Delete those first."));

    public static FaultException Refused(string name, int code, string? message) => code switch
    {
        1001 => Upstream(
            "knowledge.external_header_refused",
            $"'{name}' does not accept the Authorization header (1001). Check that it takes 'Bearer' keys{Quoted(message)}."),
        1002 => Upstream(
            "knowledge.external_key_refused", $"'{name}' refuses the API key (1002). Enter a valid key{Quoted(message)}."),
        2001 => new(Fault.NotFound(
            KnowledgeMissing, $"'{name}' has no knowledge with this id (2001). Check the external knowledge id{Quoted(message)}.")),
        _ => Upstream(
            "knowledge.external_failed", $"'{name}' answered with the error {code}{Quoted(message)}. Ask whoever runs it."),
    };

    public static FaultException Broken(string name, string reason, Exception? inner = null)
        => Upstream("knowledge.external_failed", $"'{name}' gave no usable answer: {reason}.", inner);

    public static FaultException Slow(string name, int seconds) => new(new Fault(
        FaultKind.Timeout, "knowledge.external_timeout", $"'{name}' did not answer within {seconds} s. Try again later."));

    public static FaultException NoDocuments() => new(Fault.Conflict(
        "knowledge.external_base", "The passages of this knowledge base come from an external API; it takes no documents."));

    private static FaultException Upstream(string code, string detail, Exception? inner = null)
        => new(new Fault(FaultKind.Upstream, code, detail), inner);

    private static string Quoted(string? message)
        => string.IsNullOrWhiteSpace(message) ? "" : $"; it says: \"{(message.Length > 200 ? message[..200] : message)}\"";
}
