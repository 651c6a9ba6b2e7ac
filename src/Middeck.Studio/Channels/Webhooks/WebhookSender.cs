using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using Middeck.Http.Outbound;
using Middeck.Storage.Secrets;
using Middeck.Studio.Channels.Deliveries;

namespace Middeck.Studio.Channels.Webhooks;

/// <summary>
/// Calls a program on an event, signed. Any status from 200 to 299 is an acceptance; 410 says that nobody wants calls any more
/// (Standard Webhooks); redirects are not followed.
/// </summary>
internal sealed class WebhookSender(
    WebhookPayloads payloads,
    DeliveryStore store,
    WorkspaceOutbound outbound,
    ISecretVault vault,
    IOptions<ChannelOptions> options,
    TimeProvider clock) : IDeliveryHandler
{
    private const int KeptOfAnswer = 1_000;

    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    /// <summary>What the receiver knows a delivery by: the same in all its attempts.</summary>
    public static string IdOf(DeliveryRow delivery) => $"msg_{delivery.Id:N}";

    public bool Handles(ChannelRow channel) => !channel.IsBot;

    public async Task<DeliveryOutcome> AttemptAsync(
        ChannelRow channel, DeliveryRow delivery, CancellationToken cancellationToken)
    {
        var payload = delivery.Payload;
        if (payload is null)
        {
            payload = await payloads.OfAsync(channel, delivery, cancellationToken);
            if (payload is null)
            {
                return new DeliveryOutcome.Ignored("What it tells of was deleted meanwhile.");
            }

            await store.SavePayloadAsync(delivery.Id, payload, cancellationToken);
        }

        return await SendAsync(channel, delivery, Encoding.UTF8.GetBytes(payload), cancellationToken);
    }

    private async Task<DeliveryOutcome> SendAsync(
        ChannelRow channel, DeliveryRow delivery, byte[] body, CancellationToken cancellationToken)
    {
        var seconds = options.Value.Timeout;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            // What the guard lets through is decided by the handler; it is shared and stays.
            using var http = new HttpMessageInvoker(outbound.HandlerFor(channel.WorkspaceId), disposeHandler: false);
            using var request = RequestOf(channel, delivery, body);
            using var response = await http.SendAsync(request, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome.Retry($"No answer within {seconds} s.");
        }
        catch (HttpRequestException ex) when ((ex as OutboundRefusedException ?? ex.InnerException) is OutboundRefusedException refused)
        {
            return new DeliveryOutcome.Failed(refused.Message);
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException)
        {
            return new DeliveryOutcome.Retry($"The address cannot be reached: {ex.Message}");
        }
    }

    private HttpRequestMessage RequestOf(ChannelRow channel, DeliveryRow delivery, byte[] body)
    {
        var secrets = ChannelSecrets.Open(vault, channel);
        var now = clock.GetUtcNow();
        var id = IdOf(delivery);
        var timestamp = now.ToUnixTimeSeconds();
        List<string> signatures = [WebhookSignature.Of(secrets[ChannelSecrets.Signing], id, timestamp, body)];
        if (DateTimeOffset.TryParse(secrets[ChannelSecrets.FormerUntil], CultureInfo.InvariantCulture, out var until) && now < until)
        {
            signatures.Add(WebhookSignature.Of(secrets[ChannelSecrets.FormerSigning], id, timestamp, body));
        }

        var request = new HttpRequestMessage(HttpMethod.Post, channel.Settings.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = JsonType;
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", string.Join(' ', signatures));
        request.Headers.Add("User-Agent", "Middeck-Webhooks");
        return request;
    }

    private async Task<DeliveryOutcome> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var said = await BeginningAsync(response, cancellationToken);
        DeliveryOutcome outcome = response.StatusCode switch
        {
            _ when response.IsSuccessStatusCode => new DeliveryOutcome.Delivered(),
            HttpStatusCode.Gone => new DeliveryOutcome.Failed("The program answered 410: it wants no calls any more.")
            {
                SwitchOff = "The program answered 410 Gone, which says that it wants no calls any more.",
            },
            >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => new DeliveryOutcome.Retry(
                $"The program answered {status}. Redirects are not followed: enter the address that it leads to."),
            _ => new DeliveryOutcome.Retry($"The program answered {status}.", RetryAfter.Of(response, clock)),
        };
        return outcome with { StatusCode = status, Response = said };
    }

    // An answer may have no end; only its beginning is of use to people.
    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var bytes = new byte[KeptOfAnswer];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(bytes, 0, length).Replace('\0', ' ');
    }
}
