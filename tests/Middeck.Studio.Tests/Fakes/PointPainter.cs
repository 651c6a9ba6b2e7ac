using System.Collections.Concurrent;
using Middeck.Models.Gateway;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>A model that draws a single point, whatever is wanted, or names where the picture is.</summary>
internal sealed class PointPainter : IModelImages
{
    public static readonly byte[] Point = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>What was wanted, by which model.</summary>
    public ConcurrentQueue<(string? Model, ImageWish Wish)> Wishes { get; } = new();

    /// <summary>Where the pictures are; null hands out bytes.</summary>
    public string? Url { get; set; }

    public Task<IReadOnlyList<DrawnImage>> DrawAsync(ModelCaller caller, string? model, ImageWish wish, CancellationToken cancellationToken)
    {
        Wishes.Enqueue((model, wish));
        return Task.FromResult<IReadOnlyList<DrawnImage>>(
            [.. Enumerable.Range(0, wish.Count).Select(_ => Url is null ? new DrawnImage(Point, null) : new DrawnImage(null, Url))]);
    }
}
