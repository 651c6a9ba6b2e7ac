using Middeck.Models.Calls;

namespace Middeck.Models.Dialects.OpenAi;

/// <summary>OpenAI's list of models.</summary>
internal sealed record ModelList(string Object, IReadOnlyList<ModelList.Item> Data)
{
    internal sealed record Item(string Id, string Object, long Created, string OwnedBy)
    {
        public static Item Of(CallModel model) => new(model.Id, "model", model.CreatedAt.ToUnixTimeSeconds(), model.OwnedBy);
    }

    public static ModelList Of(IEnumerable<CallModel> models) => new("list", [.. models.Select(Item.Of)]);
}
