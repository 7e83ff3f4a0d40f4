import type { Roles } from "./table.ts";

const titles = `
waiter, waitress, head waiter, head waitress, server, waiting staff, bartender, barman, barmaid, bar staff, barista, mixologist, cook, chef, head chef, sous chef, sous-chef, commis chef, chef de partie,
line cook, prep cook, pastry chef, baker, pizza chef, kitchen assistant, kitchen porter, kitchen helper, kitchen hand, dishwasher, pot washer, food runner, runner, host, hostess, sommelier,
catering assistant, restaurant manager, bar manager, receptionist, hotel receptionist, night porter, porter, concierge, housekeeper, chambermaid, room attendant, maid, bellboy,
warehouse worker, warehouse operative, warehouse assistant, warehouse operator, warehouse associate, warehouse picker, picker, packer, picker packer, order picker, forklift driver, forklift operator, stock controller,
delivery driver, van driver, truck driver, lorry driver, hgv driver, bus driver, taxi driver, driver, courier, delivery rider, rider, loader, machine operator, factory worker, production operative, production worker, assembly worker,
shop assistant, sales assistant, retail assistant, store assistant, sales associate, cashier, checkout operator, shelf stacker, stocker, salesperson, salesman, saleswoman, sales representative, store manager, shop manager, supervisor, team leader, butcher, fishmonger, florist, merchandiser, call centre agent, call center agent, customer service agent, customer service representative,
carer, care assistant, care worker, caregiver, healthcare assistant, support worker, nurse, nursing assistant, registered nurse, nanny, babysitter, au pair, childminder, nursery assistant, teaching assistant, live-in carer, home carer, pharmacist, physiotherapist, lifeguard,
cleaner, house cleaner, office cleaner, hotel cleaner, domestic cleaner, window cleaner, cleaning lady, janitor, caretaker, laundry assistant, laundry worker,
builder, construction worker, labourer, laborer, general labourer, bricklayer, electrician, plumber, carpenter, joiner, painter, decorator, plasterer, roofer, scaffolder, welder, tiler, crane operator, mechanic, handyman, maintenance technician, maintenance worker,
gardener, landscaper, farm worker, fruit picker, security guard, security officer, doorman, bouncer, steward, stewardess,
office assistant, office worker, administrator, administrative assistant, admin assistant, secretary, accountant, bookkeeper, data entry clerk, clerk, personal assistant, project manager, software developer, developer, programmer, web developer, graphic designer, teacher, tutor, translator, hairdresser, barber, beautician, seamstress, tailor, photographer, personal trainer, kitchen staff, kitchen worker, hotel worker`;

export const roles: Roles = {
  titles: titles.split(",").map((title) => title.trim()),
  plurals(title) {
    if (title.endsWith("man")) return [`${title.slice(0, -3)}men`];
    if (/(?:s|x|ch|sh)$/.test(title)) return [`${title}es`];
    if (/[^aeiou]y$/.test(title)) return [`${title.slice(0, -1)}ies`];
    return [`${title}s`];
  },
};
