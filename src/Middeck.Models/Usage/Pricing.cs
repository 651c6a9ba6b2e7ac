using Middeck.Models.Gateway;
using Middeck.Models.Providers;

namespace Middeck.Models.Usage;

/// <summary>Computes what a call cost.</summary>
internal static class Pricing
{
    private const int Million = 1_000_000;
    private const int Decimals = 12;

    /// <summary>Null where no price is known, and where what is paid for was not counted.</summary>
    public static CallCost? Of(ModelPrice? price, TokenCount used)
    {
        if (price is null || (price.Minutes is not null && used.Seconds is null))
        {
            return null;
        }

        var input = PriceRules.Number(price.Input) ?? 0;
        var output = PriceRules.Number(price.Output) ?? 0;
        var characters = PriceRules.Number(price.Characters) ?? 0;
        var minutes = PriceRules.Number(price.Minutes) ?? 0;
        var millions = (used.Input * input) + (used.Output * output) + (used.Characters * characters);
        var total = (millions / Million) + ((decimal)(used.Seconds ?? 0) / 60 * minutes);
        return new CallCost(decimal.Round(total, Decimals), price.Currency, input, output);
    }
}
