using System.Text.Json;
using System.Text.Json.Serialization;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.Models.Upstream;
using Middeck.Models.Usage;

namespace Middeck.Models.OpenAi;

/// <summary>
/// <c>POST images/generations</c> (OpenAI API reference, "Images"): <c>{"data": [{"b64_json": "…"}, {"url": "https://…"}], "usage": {…}}</c>.
/// In which of the two forms is the model's choice: some refuse to be asked for one.
/// </summary>
internal sealed class OpenAiImages(ModelCatalogue catalogue, UpstreamClient upstream, CallMeters meters) : IModelImages
{
    private static readonly JsonSerializerOptions _json = new(Json.Snake) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public async Task<IReadOnlyList<DrawnImage>> DrawAsync(
        ModelCaller caller, string? model, ImageWish wish, CancellationToken cancellationToken)
    {
        var found = (await catalogue.GetAsync(caller.WorkspaceId, cancellationToken)).Resolve(ModelType.Image, model)
            ?? throw new FaultException(Fault.NotFound(
                "models.image_missing", "The workspace has no model that draws. Add one, such as gpt-image-1, under Models."));
        if (found.Connection.Kind != ProviderKinds.OpenAi)
        {
            throw new FaultException(Fault.Invalid(
                "models.image_not_available",
                $"Providers of the kind '{found.Connection.Kind}' do not draw here. Use a model of an OpenAI-compatible provider.",
                "model"));
        }

        var (images, _) = await meters.Begin(caller, found).MeasureAsync(
            () => AskAsync(found, wish, cancellationToken), static answer => answer.Count);
        return images;
    }

    private async Task<(IReadOnlyList<DrawnImage> Images, TokenCount Count)> AskAsync(
        ResolvedModel model, ImageWish wish, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { Model = model.Model, wish.Prompt, wish.Size, N = wish.Count > 1 ? wish.Count : (int?)null }, _json);
        using var answer = await JsonAnswer.AskAsync(upstream, model.Connection, "images/generations", body, cancellationToken);
        try
        {
            var images = answer.RootElement.GetProperty("data").EnumerateArray().Select(Read).ToList();
            return images.Count > 0
                ? (images, CountOf(answer.RootElement, wish))
                : throw UpstreamFaults.Nonsense(model.Connection, "no picture at all");
        }
        catch (Exception ex) when (ex is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw UpstreamFaults.Nonsense(model.Connection, "something else than pictures", ex);
        }
    }

    private static DrawnImage Read(JsonElement image)
        => image.TryGetProperty("b64_json", out var bytes) && bytes.ValueKind == JsonValueKind.String
            ? new DrawnImage(bytes.GetBytesFromBase64(), null)
            : new DrawnImage(null, image.GetProperty("url").GetString() ?? throw new FormatException());

    private static TokenCount CountOf(JsonElement answer, ImageWish wish)
        => answer.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object
            && usage.TryGetProperty("input_tokens", out var input) && input.TryGetInt64(out var read)
            && usage.TryGetProperty("output_tokens", out var output) && output.TryGetInt64(out var drawn)
                ? new TokenCount(read, drawn, IsEstimated: false)
                : new TokenCount(TokenEstimate.Of([wish.Prompt]), 0, IsEstimated: true);
}
