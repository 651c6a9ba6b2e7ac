using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Identity.Audit;

namespace Middeck.Studio.Channels.Bots;

/// <summary>Where chat platforms call. The signature is the credential, so nobody has to be signed in.</summary>
internal static class BotEndpoints
{
    private const int MostBytes = 1024 * 1024;

    public static void MapBotEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(ChannelPaths.Prefix).WithTags("Channels").AllowAnonymous();
        group.MapGet("/{channel:guid}", TakeAsync).WithName("VerifyChannelAddress")
            .WithSummary("Answer a chat platform that tries the address of a bot");
        group.MapPost("/{channel:guid}", TakeAsync).WithName("ReceiveChannelMessage")
            .WithSummary("Take what a chat platform sends to a bot").WithoutAudit();
    }

    private static async Task<ContentHttpResult> TakeAsync(
        Guid channel, HttpRequest request, BotInbox inbox, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(request, cancellationToken);
        var (content, type) = await inbox.TakeAsync(
            channel,
            new BotRequest(HttpMethods.IsGet(request.Method), request.Query, request.Headers, body),
            cancellationToken);
        return TypedResults.Content(content, type);
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16_384];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes)
            {
                throw ChannelFaults.CallTooLarge(MostBytes);
            }
        }

        return bytes.ToArray();
    }
}
