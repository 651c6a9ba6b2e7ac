using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Middeck.Knowledge.Transfer;

/// <summary>An answer that is written while it is made, and that a browser saves and never shows.</summary>
internal static class SavedStream
{
    /// <param name="write">Writes the whole answer.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="name">What it is saved as.</param>
    /// <param name="response">Whose headers are set.</param>
    public static PushStreamHttpResult Of(Func<Stream, Task> write, string type, string name, HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(
            async body =>
            {
                await using var deferred = new DeferredWrites(body);
                await write(deferred);
                await deferred.FlushAsync(CancellationToken.None);
            },
            type,
            name);
    }
}
