namespace Middeck.Core.Errors;

/// <summary>A refusal as data: what happened, why, and what to do, with a code that never changes its meaning.</summary>
/// <param name="Kind">Decides the HTTP status.</param>
/// <param name="Code">Stable and dotted, <c>room.reason</c>, such as <c>knowledge.file_empty</c>.</param>
/// <param name="Detail">One English sentence for people: the fault and the remedy. Never holds a secret.</param>
/// <param name="Field">The path of the field at fault in the request, such as <c>models[0].name</c>.</param>
/// <param name="Extensions">Further machine-readable facts, such as <c>retry_after_seconds</c>.</param>
public sealed record Fault(
    FaultKind Kind,
    string Code,
    string Detail,
    string? Field = null,
    IReadOnlyDictionary<string, object?>? Extensions = null)
{
    /// <summary>A value of the request is wrong.</summary>
    public static Fault Invalid(string code, string detail, string? field = null)
        => new(FaultKind.Invalid, code, detail, field);

    /// <summary>The object is not in the caller's workspace.</summary>
    public static Fault NotFound(string code, string detail) => new(FaultKind.NotFound, code, detail);

    /// <summary>The object's state does not allow it.</summary>
    public static Fault Conflict(string code, string detail) => new(FaultKind.Conflict, code, detail);

    /// <summary>The caller lacks a permission; the permission's name is part of the answer.</summary>
    public static Fault Forbidden(string permission) => new(
        FaultKind.Forbidden,
        "auth.forbidden",
        $"The permission '{permission}' is needed. An administrator of the workspace can grant it.",
        Extensions: new Dictionary<string, object?> { ["permission"] = permission });

    /// <summary>There is no usable credential.</summary>
    public static Fault Unauthenticated(string code, string detail) => new(FaultKind.Unauthenticated, code, detail);
}
