using Middeck.Core.Errors;

namespace Middeck.Http.Dialects.Dify;

/// <summary>Says faults in those of Dify's codes that every part of its Service API shares.</summary>
public static class DifyErrors
{
    /// <summary>By the status alone; rooms look first whether a fault has a code of its own in Dify.</summary>
    public static DifyError OfKind(Fault fault, int status) => status switch
    {
        400 => new DifyError("invalid_param", fault.Detail, 400, fault.Field),
        401 => new DifyError("unauthorized", "Access token is invalid", 401, null),
        403 => new DifyError("forbidden", fault.Detail, 403, null),
        404 => new DifyError("not_found", fault.Detail, 404, null),
        405 => new DifyError("method_not_allowed", fault.Detail, 405, null),
        413 => new DifyError("file_too_large", fault.Detail, 413, null),
        415 => new DifyError("unsupported_media_type", fault.Detail, 415, null),
        429 => new DifyError("too_many_requests", fault.Detail, 429, null),
        < 500 => new DifyError("bad_request", fault.Detail, status, fault.Field),
        500 => new DifyError("internal_server_error", "Internal Server Error, please contact support.", 500, null),
        _ => new DifyError("internal_server_error", fault.Detail, status, null),
    };
}
