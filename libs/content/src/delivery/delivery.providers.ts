import { AgreementController } from './co-kept/agreement.controller';
import { Agreements } from './co-kept/agreements.service';
import { CoKeeping } from './co-kept/co-keeping';
import { CoKeepingEnding } from './co-kept/co-keeping-ending';
import { TakeCoKept, TakeDownCoKept } from './co-kept/co-kept.jobs';
import { Copies } from './copies';
import { DeliveryController } from './delivery.controller';
import { DeliveryFiles } from './delivery-files';
import { DeliveryFilesController } from './delivery-files.controller';
import { CarryCorrection, CarryRemoval, CarryWithdrawal, FollowSource } from './delivery.jobs';
import { DeliveryReading } from './delivery-reading';
import { DeliveryService } from './delivery.service';
import { DeliveryTodos } from './delivery-todos';
import { Freezing } from './freezing';
import { DeliveryHistory } from './history/delivery-history';
import { TellAboutDelivery } from './news/tell-about-delivery.job';
import { AdoptionController } from './points/adoption.controller';
import { AdoptionPoints } from './points/adoption-points';
import { Reception } from './reception';
import { Sending } from './sending';
import { SendingController } from './sending.controller';
import { SourceChanges } from './source-changes';

/** 报送、推送、引用、共建; listed here so that the module stays readable. */
export const DELIVERY_SERVICES = [
  AdoptionPoints,
  Agreements,
  CoKeeping,
  CoKeepingEnding,
  Copies,
  DeliveryFiles,
  DeliveryHistory,
  DeliveryReading,
  DeliveryService,
  DeliveryTodos,
  Freezing,
  Reception,
  Sending,
  SourceChanges,
];

export const DELIVERY_CONTROLLERS = [
  AdoptionController,
  AgreementController,
  DeliveryController,
  DeliveryFilesController,
  SendingController,
];

export const DELIVERY_JOBS = [
  CarryCorrection,
  CarryRemoval,
  CarryWithdrawal,
  FollowSource,
  TakeCoKept,
  TakeDownCoKept,
  TellAboutDelivery,
];
