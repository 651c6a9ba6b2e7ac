namespace Middeck.Core.Errors;

/// <summary>What kind of refusal a fault is; the edge turns it into an HTTP status.</summary>
public enum FaultKind
{
    /// <summary>The request is not well formed or a value is out of range (400).</summary>
    Invalid,

    /// <summary>No credential, or one that is expired, revoked or forged (401).</summary>
    Unauthenticated,

    /// <summary>The caller is known and lacks a permission (403).</summary>
    Forbidden,

    /// <summary>The object does not exist in the caller's workspace (404).</summary>
    NotFound,

    /// <summary>The object's present state does not allow it (409).</summary>
    Conflict,

    /// <summary>A precondition named by the caller no longer holds (412).</summary>
    PreconditionFailed,

    /// <summary>The body or file is over a limit (413).</summary>
    TooLarge,

    /// <summary>The file's type is not one that can be read (415).</summary>
    UnsupportedType,

    /// <summary>Too many requests or attempts (429).</summary>
    TooMany,

    /// <summary>An upstream, such as a model, failed or answered nonsense (502).</summary>
    Upstream,

    /// <summary>Something that is needed is not there at the moment (503).</summary>
    Unavailable,

    /// <summary>An upstream took too long (504).</summary>
    Timeout,
}
